import { requireRights } from '../identity/require-rights.js';
import { isSince } from '../instance.js';
import { findRecord, isGuid } from '../reading/find-record.js';
import { formGraph } from '../reading/form-graph.js';
import { rowIdsOf } from '../reading/row-ids.js';
import type { EntityModel } from '../schema/schema-model.js';
import type { Answer } from '../server/answer.js';
import { noContent } from '../server/answer.js';
import { endpointRoot } from '../server/entity-call.js';
import type { EndpointCall, EntityCall } from '../server/entity-call.js';
import { invalidRequest, noEntity, resourceNotFound } from '../server/error-answers.js';
import { cloneRecord } from '../store/clone-record.js';
import { fieldText } from '../store/field-text.js';
import type { AttachedFile, StoredRecord } from '../store/stored-record.js';

const longestComment = 500;

/** `PUT …/files/{Graph}/{View}/{id}/{filename}`: the address a record's `files:put` link gives. */
export function uploadByLink(call: EndpointCall, [graph = '', , id = '', filename = '']: readonly string[]): Answer {
  const owner = isGuid(id) && filename !== '' ? findOwner(call, graph, id.toLowerCase()) : undefined;
  if (owner === undefined) throw noEntity();
  const entityCall = { ...call, entity: owner.entity, table: call.tenant.store.table(owner.entity.name), rest: [] };
  requireRights(entityCall, 'write');
  return keepFile(call, owner, filename);
}

/** `PUT /Entity/{keys}/files/{filename}`: the older address; it does not take an id. */
export function uploadByKeys(call: EntityCall): Answer {
  const filename = call.rest.at(-1) ?? '';
  const keys = call.rest.slice(0, -2);
  if (keys.length === 1 && isGuid(keys[0] ?? '')) throw resourceNotFound(call.instance, call.call.path);
  requireRights(call, 'write');
  const record = findRecord({ ...call, rest: keys });
  return keepFile(call, { entity: call.entity, top: record, record }, filename);
}

interface Owner {
  readonly entity: EntityModel;
  /** The document. */
  readonly top: StoredRecord;
  /** The document or one of its rows. */
  readonly record: StoredRecord;
}

function findOwner(call: EndpointCall, graph: string, id: string): Owner | undefined {
  const { schema, tenant } = call;
  const rowId = rowIdsOf(call);
  const named = [...schema.entities.values()].filter(
    (entity) => entity.topLevel && formGraph(entity).graph.toLowerCase() === graph.toLowerCase(),
  );
  for (const entity of named) {
    const table = tenant.store.table(entity.name);
    const record = table.byId(id);
    if (record !== undefined) return { entity, top: record, record };
    for (const top of table.all()) {
      const row = [...top.details.values()].flat().find((other) => rowId(other.id) === id);
      if (row !== undefined) return { entity, top, record: row };
    }
  }
  return undefined;
}

function keepFile(call: EndpointCall, { entity, top, record }: Owner, filename: string): Answer {
  const { tenant, instance } = call;
  const table = tenant.store.table(entity.name);
  const shown = shownName(entity, top, filename);
  const earlier = record.files.find((file) => file.filename === shown);
  const { id } = tenant.files.keep(shown, call.call.body, earlier?.id);
  const comment = isSince(instance.release, '24R2') ? commentOf(call) : undefined;
  const file: AttachedFile = { id, filename: shown, ...(comment === undefined ? {} : { comment }) };
  table.replace(withFile(top, record.id, [...record.files.filter((other) => other !== earlier), file]));
  return noContent({ Location: `${endpointRoot(call)}/files/${id}` });
}

/** A copy of a document whose own files, or those of one of its rows, are these. */
function withFile(top: StoredRecord, id: string, files: readonly AttachedFile[]): StoredRecord {
  const copy = cloneRecord(top);
  for (const owner of [copy, ...[...copy.details.values()].flat()]) if (owner.id === id) owner.files = files;
  return copy;
}

/** Characters the database keeps of inventory ids; names of files show the blanks behind shorter ones. */
const inventoryWidth = 12;

/** `Stock Items (EJECTOR03   )\photo.jpg` */
function shownName({ title, name, keys }: EntityModel, record: StoredRecord, filename: string): string {
  const shown = keys.map((field) =>
    fieldText(record.fields.get(field)).padEnd(field === 'InventoryID' ? inventoryWidth : 0),
  );
  return `${title ?? name} (${shown.join(', ')})\\${filename}`;
}

function commentOf({ call }: EndpointCall): string | undefined {
  const given = call.headers['px-cbfilecomment'];
  const comment = Array.isArray(given) ? given[0] : given;
  if (comment !== undefined && comment.length > longestComment)
    throw invalidRequest('PX-CbFileComment', `A comment has at most ${longestComment} characters.`);
  return comment;
}
