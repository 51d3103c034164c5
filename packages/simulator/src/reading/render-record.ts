import type { CustomFieldValue, FieldValue, StoredRecord } from '../store/stored-record.js';
import type { EntityModel } from '../schema/schema-model.js';
import type { PlannedMember, ReadPlan } from './read-plan.js';
import { momentText, toServerTime, toServerZone } from '../store/server-zone.js';
import { shapedText } from '../store/shaped-value.js';
import { stampNames } from '../store/stamp-names.js';
import { valueText } from '../store/value-text.js';
import { translationListOf } from './translated-fields.js';
import { translationList, translationsOf } from '../store/translations.js';
import type { RecordLinks } from './record-links.js';
import type { RowId } from './row-ids.js';

/** What went wrong with a record that could not be saved: its own message and those of its members and rows. */
export interface RecordErrors {
  error?: string;
  readonly fields: Map<string, string>;
  readonly links: Map<string, RecordErrors>;
  /** By the row itself. */
  readonly rows: Map<StoredRecord, RecordErrors>;
}

/** How records of one answer are written. */
export interface RenderContext {
  /** 3: `note` is plain text; 4 and later: a value. */
  readonly contract: number;
  /** Writes `_links`; `undefined` when records carry none. */
  readonly links: RecordLinks | undefined;
  /** The ids that rows are shown with. @default their own */
  readonly rowId?: RowId;
  /** Members that are written as days alone. @default none */
  readonly bareDays?: readonly string[];
  /** Offset of the server's zone. @default '+00:00' */
  readonly offset?: string;
  /** Of the company, its own first. @default en */
  readonly languages?: readonly string[];
  /** Type of a form field outside the contract, by view and field; for `$custom` of records without a value. */
  readonly customType?: (entity: string, view: string, field: string) => string;
}

/** What a stamp is that nothing has set: the database's first moment, in the server's zone. */
const unsetStamp = Date.UTC(1900, 0, 1);

function fieldText(
  value: FieldValue | undefined,
  { name, type, shape }: PlannedMember,
  error: string | undefined,
  context: RenderContext,
): string {
  const shown = (given: FieldValue): string => {
    if (shape !== undefined && type !== undefined) return shapedText(given, { type, shape });
    if (type === 'DateTime' && typeof given === 'string') {
      const text = toServerZone(given, context.offset ?? '+00:00');
      return JSON.stringify(context.bareDays?.includes(name) === true ? text.slice(0, 10) : text);
    }
    return valueText(given, type);
  };
  const isUnset = value === undefined && type === 'DateTime' && stampNames.has(name);
  const stored = isUnset ? JSON.stringify(momentText(unsetStamp, context.offset)) : undefined;
  const wire = stored ?? (value === undefined || value === null ? undefined : shown(value));
  const text = wire === undefined ? '' : `"value":${wire}`;
  if (error === undefined) return `{${text}}`;
  return `{${text}${text === '' ? '' : ','}"error":${JSON.stringify(error)}}`;
}

/** `{"value":"Apple jam","translations":{"en":"Apple jam","fr":null}}` */
function withTranslations(
  text: string,
  record: StoredRecord,
  { name, translated }: PlannedMember,
  { languages = ['en'] }: RenderContext,
): string {
  if (translated !== true) return text;
  const start = text === '{}' ? '{' : `${text.slice(0, -1)},`;
  return `${start}"translations":${JSON.stringify(translationsOf(record, name, languages))}}`;
}

/** A record as JSON text: id, rowNumber, note, members in alphabetical order, custom, `_links`, files. */
export function renderRecord(
  record: StoredRecord,
  rowNumber: number,
  plan: ReadPlan,
  context: RenderContext,
  parent?: ReadPlan,
  errors?: RecordErrors,
): string {
  const note = plan.isHull === true ? null : record.note;
  let text = `{"id":"${record.id}","rowNumber":${rowNumber},"note":${noteText(note, context.contract)}`;
  if (errors?.error !== undefined) text += `,"error":${JSON.stringify(errors.error)}`;
  const { fields } = record;
  for (const member of plan.members) {
    const value =
      member.kind === 'field'
        ? withTranslations(
            fieldText(fields.get(member.name), member, errors?.fields.get(member.name), context),
            record,
            member,
            context,
          )
        : member.kind === 'unknown'
          ? unknownText(fields.get(member.name))
          : nestedText(record, member, plan, context, errors);
    text += `,${member.label}${value}`;
  }
  text += `,"custom":${customText(record, plan, context)}`;
  if (context.links !== undefined) text += context.links.of(record, plan.entity, parent?.entity);
  if (plan.files && context.links !== undefined) text += `,"files":${context.links.files(record)}`;
  else if (plan.files) text += `,"files":[]`;
  return `${text}}`;
}

/** A member of which nothing is known is the JSON that was given for it. */
const unknownText = (value: FieldValue | undefined): string =>
  value === undefined || value === null ? '{}' : valueText(value, undefined);

function noteText(note: string | null, contract: number): string {
  if (contract < 4) return JSON.stringify(note ?? '');
  return note === null ? 'null' : `{"value":${JSON.stringify(note)}}`;
}

function nestedText(
  record: StoredRecord,
  { name, kind, plan }: PlannedMember,
  parent: ReadPlan,
  context: RenderContext,
  errors: RecordErrors | undefined,
): string {
  if (plan === undefined) return kind === 'link' ? 'null' : '[]';
  if (kind === 'link') {
    const linked = record.links.get(name);
    return linked ? renderRecord(linked, 1, plan, context, parent, errors?.links.get(name)) : 'null';
  }
  const { rowId } = context;
  const rows = (record.details.get(name) ?? []).map((row, at) => {
    const shown = rowId === undefined ? row : withId(row, rowId(row.id));
    return renderRecord(shown, at + 1, plan, context, parent, errors?.rows.get(row));
  });
  return `[${rows.join(',')}]`;
}

/** The same record by another id. Records that make their values at each look have these from their class, where no spread finds them. */
function withId({ note, fields, links, details, custom, files }: StoredRecord, id: string): StoredRecord {
  return { id, note, fields, links, details, custom, files };
}

function customText(record: StoredRecord, { custom, entity }: ReadPlan, context: RenderContext): string {
  if (custom.length === 0) return '{}';
  const views = new Map<string, Map<string, CustomFieldValue>>();
  const show = (view: string, field: string, value: CustomFieldValue): void => {
    const fields = views.get(view) ?? new Map<string, CustomFieldValue>();
    views.set(view, fields.set(field, value));
  };
  for (const [view, field] of custom) {
    const stored = record.custom?.get(view);
    if (field === '*') for (const [name, value] of stored ?? []) show(view, name, value);
    else {
      const type = context.customType?.(entity.name, view, field) ?? 'CustomStringField';
      const known = listedTranslations(record, entity, view, field, context) ?? stored?.get(field);
      show(view, field, known ?? contractValue(record, entity, field) ?? { type, value: null });
    }
  }
  return customViewsText(views, context.offset);
}

/** All languages of a field in one text, asked for as a field of the form. */
function listedTranslations(
  record: StoredRecord,
  entity: EntityModel,
  view: string,
  field: string,
  { languages = ['en'] }: RenderContext,
): CustomFieldValue | undefined {
  const translated = translationListOf(entity, view, field);
  if (translated === undefined) return undefined;
  return { type: 'CustomStringField', value: translationList(translationsOf(record, translated, languages)) };
}

/** A field of the form that the contract has as well, asked for by its name: it has the same value there. */
function contractValue(record: StoredRecord, entity: EntityModel, field: string): CustomFieldValue | undefined {
  const member = entity.members.get(field);
  if (member?.kind !== 'field') return undefined;
  return { type: `Custom${member.type}Field`, value: record.fields.get(field) ?? null };
}

/** Custom fields as JSON text: view → field → type and value. */
function customViewsText(
  views: ReadonlyMap<string, ReadonlyMap<string, CustomFieldValue>>,
  offset: string | undefined,
): string {
  const texts = [...views].map(([view, fields]) => {
    const values = [...fields].map(
      ([field, custom]) =>
        `${JSON.stringify(field)}:{"type":${JSON.stringify(custom.type)},"value":${customValueText(custom, offset)}}`,
    );
    return `${JSON.stringify(view)}:{${values.join(',')}}`;
  });
  return `{${texts.join(',')}}`;
}

/** A date and time among custom fields is that of the server's clock, and does not say which zone that is. */
function customValueText({ type, value }: CustomFieldValue, offset = '+00:00'): string {
  if (type === 'CustomDateTimeField' && typeof value === 'string') return JSON.stringify(toServerTime(value, offset));
  return valueText(value, type === 'CustomDecimalField' ? 'Decimal' : undefined);
}
