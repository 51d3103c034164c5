import Negotiator from 'negotiator';
import { runningAnswer } from '../actions/running-answer.js';
import type { Answer } from '../server/answer.js';
import { endpointRoot } from '../server/entity-call.js';
import type { EntityCall } from '../server/entity-call.js';
import { invalidRequest, methodNotAllowed, resourceNotFound, serverError } from '../server/error-answers.js';
import { readBodyObject } from '../server/read-body-object.js';
import { RequestFault } from '../server/request-fault.js';
import { dateTimeText } from '../store/field-value.js';
import type { FieldValue } from '../store/stored-record.js';
import { UnfitValue, fieldValueFrom } from '../store/field-value.js';
import { composeReport } from './compose-report.js';
import type { ReportSource } from './compose-report.js';
import { reportWords } from './report-language.js';
import { reportTypes } from './report.js';
import type { Report, ReportFormat } from './report.js';
import { writeExcel } from './write-excel.js';
import { writeHtml } from './write-html.js';
import { writePdf } from './write-pdf.js';
import { ownValue } from '../store/own-value.js';

/** Formats by the media type that asks for them; the first is the default. */
const formats = new Map(
  (Object.keys(reportTypes) as ReportFormat[]).map((format) => [reportTypes[format].split(';')[0] ?? '', format]),
);

const writers: Readonly<Record<ReportFormat, (report: Report) => Buffer>> = {
  PDF: writePdf,
  HTML: writeHtml,
  Excel: writeExcel,
};

/**
 * A report: `POST /Report` starts it and answers 202 with the address of the file; `GET /Report/report/PDF/{id}` answers
 * 202 until the file is there.
 */
export function routeReport(call: EntityCall): Answer {
  const { method } = call.call;
  if (call.rest.length === 0) {
    if (method === 'POST') return startReport(call);
    throw methodNotAllowed(method);
  }
  const [report = '', , id = ''] = call.rest;
  if (call.rest.length !== 3 || report.toLowerCase() !== 'report')
    throw resourceNotFound(call.instance, call.call.path);
  if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(method);
  return fetchReport(call, id);
}

function startReport(call: EntityCall): Answer {
  const { instance, session, entity, tenant } = call;
  const format = acceptedFormat(call);
  const words = reportWords(call.call);
  const parameters = readParameters(call);
  const operation = instance.operations.start({
    sessionId: session.id,
    user: session.user,
    entity: entity.name,
    action: format,
    behaviour: ownValue(instance.options.actions, entity.name) ?? {},
    work: () => {
      const now = dateTimeText(instance.clock.now());
      const all: ReportSource['all'] = (name) => tenant.store.table(name).all();
      const report = composeReport(entity, parameters, { words, now, all });
      operation.result = { type: reportTypes[format], bytes: writers[format](report) };
    },
  });
  return runningAnswer(instance, `${endpointRoot(call)}/${entity.name}/report/${format}/${operation.id}`);
}

function fetchReport(call: EntityCall, id: string): Answer {
  const { instance, session } = call;
  const operation = instance.operations.poll(id, session.id);
  if (operation === undefined) throw resourceNotFound(instance, call.call.path);
  if (operation.state === 'running') return runningAnswer(instance, instance.site + call.call.path);
  if (operation.state === 'failed' || operation.result === undefined)
    return serverError('PX.Data.PXException', operation.failure ?? 'Operation failed');
  return { status: 200, headers: { 'Content-Type': operation.result.type }, body: operation.result.bytes };
}

/** The format the caller accepts; PDF unless another is asked for. @throws RequestFault 406 */
function acceptedFormat({ call }: EntityCall): ReportFormat {
  const type = new Negotiator({ headers: call.headers }).mediaType([...formats.keys()]);
  const format = type === undefined ? undefined : formats.get(type);
  if (format === undefined) throw new RequestFault({ status: 406, headers: {}, body: '' });
  return format;
}

/** Wrapped parameters by name; unknown ones are ignored. @throws RequestFault 400 for a value of the wrong type. */
function readParameters(call: EntityCall): Map<string, FieldValue> {
  const body = readBodyObject(call.call, call.instance.assume.plainTextBody) ?? {};
  const parameters = new Map<string, FieldValue>();
  for (const [name, member] of call.entity.members) {
    const given = Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
    if (member.kind !== 'field' || typeof given !== 'object' || given === null || !('value' in given)) continue;
    try {
      parameters.set(name, fieldValueFrom(given.value, member.type));
    } catch (error) {
      if (!(error instanceof UnfitValue)) throw error;
      throw invalidRequest(`entity.${name}`, error.message);
    }
  }
  return parameters;
}
