import { isSince } from '../instance.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import { endpointRoot } from '../server/entity-call.js';
import type { EntityCall } from '../server/entity-call.js';
import { LongText } from '../server/long-text.js';
import type { StoredRecord } from '../store/stored-record.js';
import type { ReadPlan } from './read-plan.js';
import { planRead } from './read-plan.js';
import { filteredFields } from './record-filter.js';
import { RecordLinks } from './record-links.js';
import type { RecordErrors, RenderContext } from './render-record.js';
import { renderRecord } from './render-record.js';
import { rowIdsOf } from './row-ids.js';

/** Lists of more records are written while they are sent. */
const longList = 2000;
const partSize = 50;

/**
 * The shape the request's `$select`, `$expand` and `$custom` ask for, and what its `$filter` asks about.
 * @param keys Whether the record is asked for by its keys, which then come back as well.
 * @throws RequestFault 500 for unknown names.
 */
export function requestedPlan({ call, schema, entity, instance }: EntityCall, keys = false): ReadPlan {
  const { query } = call;
  const select = query.get('$select');
  const filter = query.get('$filter')?.trim() ?? '';
  const isAsked = filter !== '' && (select !== undefined || /\bcf\./i.test(filter));
  const filtered = isAsked ? filteredFields(filter, schema, instance.assume) : { paths: [], custom: [] };
  const custom = [query.get('$custom'), ...filtered.custom].filter((text) => text !== undefined).join(',');
  const also = [...(keys ? entity.keys : []), ...filtered.paths];
  const options = { select, expand: query.get('$expand'), custom, also };
  return planRead(schema, entity, options, instance.assume.fieldNameCase === 'insensitive');
}

/** How this request's records are written. */
function renderContext(call: EntityCall): RenderContext {
  const { schema, instance } = call;
  return {
    contract: schema.contract,
    offset: instance.assume.serverOffset,
    bareDays: instance.assume.bareDays,
    languages: instance.languages,
    rowId: rowIdsOf(call),
    links: new RecordLinks(endpointRoot(call), showsLinks(call)),
    customType: (name, view, field) => {
      const known = schema.entities
        .get(name)
        ?.customFields.find((other) => other.view === view && other.field === field);
      return `Custom${known?.type ?? 'String'}Field`;
    },
  };
}

/** Entities whose records never carry `_links`, beside inquiries. */
const linkless = new Set(['InventoryQuantityAvailable', 'PayPeriod', 'PTOBank', 'WorkCalendar']);

/** Whether records carry `_links`: servers write them since 2022, in contract 4 and later. */
function showsLinks({ instance: { options, release }, entity, schema }: EntityCall): boolean {
  if (entity.isInquiry || linkless.has(entity.name) || schema.contract < 4) return false;
  return options.links ?? isSince(release, '22R1');
}

/** 200 with one record, or 422 with the record and what is wrong with it. */
export function answerRecord(call: EntityCall, record: StoredRecord, plan: ReadPlan, errors?: RecordErrors): Answer {
  return jsonAnswer(errors === undefined ? 200 : 422, recordText(call, record, plan, errors));
}

/** One record as JSON text, with what is wrong with it. */
export function recordText(call: EntityCall, record: StoredRecord, plan: ReadPlan, errors?: RecordErrors): string {
  return renderRecord(record, 1, plan, renderContext(call), undefined, errors);
}

/** 200 with a bare array of records. */
export function answerRecords(call: EntityCall, records: readonly StoredRecord[], plan: ReadPlan): Answer {
  const context = renderContext(call);
  if (records.length > longList) return jsonAnswer(200, new LongText(() => listParts(records, plan, context)));
  return jsonAnswer(200, `[${records.map((record, at) => renderRecord(record, at + 1, plan, context)).join(',')}]`);
}

function* listParts(records: readonly StoredRecord[], plan: ReadPlan, context: RenderContext): Generator<string> {
  for (let from = 0; from < records.length; from += partSize) {
    const texts = records
      .slice(from, from + partSize)
      .map((record, at) => renderRecord(record, from + at + 1, plan, context));
    yield `${from === 0 ? '[' : ','}${texts.join(',')}`;
  }
  yield ']';
}
