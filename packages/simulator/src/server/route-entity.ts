import { findAction } from '../actions/find-action.js';
import { pollOperation } from '../actions/poll-operation.js';
import { refuseBusyForm } from '../actions/refuse-busy-form.js';
import { runAction } from '../actions/run-action.js';
import { uploadByKeys } from '../files/upload-file.js';
import { requireRights } from '../identity/require-rights.js';
import { isSince } from '../instance.js';
import { showAdHocSchema } from '../reading/ad-hoc-schema.js';
import { isGuid } from '../reading/find-record.js';
import { listRecords } from '../reading/list-records.js';
import { readRecord } from '../reading/read-record.js';
import { runInquiry } from '../reading/run-inquiry.js';
import { routeReport } from '../reports/route-report.js';
import { deleteRecord } from '../writing/delete-record.js';
import { patchRecord, putRecord } from '../writing/put-record.js';
import type { Answer } from './answer.js';
import type { EntityCall } from './entity-call.js';
import { businessError, methodNotAllowed } from './error-answers.js';

/** Lets the part of the contract answer that the verb and the rest of the path ask for. */
export async function routeEntity(call: EntityCall): Promise<Answer> {
  const { method } = call.call;
  if (call.entity.isReport) return routeReport(call);
  const [action = '', status = '', operation = ''] = call.rest;
  const polls = call.rest.length === 3 && status.toLowerCase() === 'status' && isGuid(operation);
  if (polls && method === 'GET') return pollOperation(call, operation);
  refuseBusyForm(call);
  if (call.rest.length === 0) return routeCollection(call, method);
  if (method === 'POST' && call.rest.length === 1) return runAction(call, findAction(call, action));
  if (action.toLowerCase() === '$adhocschema' && method === 'GET') return showAdHocSchema(call);
  if (method === 'GET' || method === 'HEAD') return readRecord(call);
  if (method === 'PUT' && call.rest.at(-2)?.toLowerCase() === 'files') return uploadByKeys(call);
  if (method === 'PUT' || method === 'PATCH') throw businessError('Invalid uri structure', 'System.ArgumentException');
  if (method === 'DELETE') {
    requireRights(call, 'delete');
    return deleteRecord(call);
  }
  throw methodNotAllowed(method);
}

function routeCollection(call: EntityCall, method: string): Answer {
  if (method === 'GET' || method === 'HEAD') return listRecords(call);
  if (method === 'PUT') return call.entity.isInquiry ? runInquiry(call) : putRecord(call);
  if (method === 'PATCH' && isSince(call.instance.release, '25R1')) return patchRecord(call);
  throw methodNotAllowed(method, method === 'POST' ? call.instance.assume.postToEntity : 405);
}
