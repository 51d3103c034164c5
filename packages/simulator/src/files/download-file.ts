import type { Answer } from '../server/answer.js';
import type { EndpointCall } from '../server/entity-call.js';
import { resourceNotFound } from '../server/error-answers.js';

/** `GET …/files/{id}`: the bytes of the newest version. @throws RequestFault 404 */
export function downloadFile({ tenant, instance, call }: EndpointCall, id: string): Answer {
  const file = tenant.files.find(id);
  const bytes = file?.versions.at(-1);
  if (file === undefined || bytes === undefined) throw resourceNotFound(instance, call.path);
  const name = file.filename.slice(file.filename.lastIndexOf('\\') + 1);
  const headers = {
    'Cache-Control': 'private',
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  return { status: 200, headers, body: bytes };
}
