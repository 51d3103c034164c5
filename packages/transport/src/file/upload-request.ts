import { AcumaticaConfigError } from '@acurecord/errors';
import { lengthOf } from '../request/open-body.js';
import type { TransportRequest } from '../transport-request.js';
import { countedSource } from './counted-source.js';
import type { UploadOptions, UploadSource } from './upload-options.js';

const LONGEST_COMMENT = 500;

/** The request that attaches a file. @throws AcumaticaConfigError for a comment that the ERP would not take */
export function uploadRequest(path: string, source: UploadSource, options: UploadOptions): TransportRequest {
  const { contentType = 'application/octet-stream', comment, onProgress, signal, timeoutMs, priority } = options;
  const length = lengthOf(source);
  return {
    method: 'PUT',
    path,
    body: onProgress ? countedSource(source, (sent) => onProgress(sent, length)) : source,
    headers: {
      Accept: '*/*',
      'Content-Type': contentType,
      ...(length === undefined ? {} : { 'Content-Length': String(length) }),
      ...(comment === undefined ? {} : { 'PX-CbFileComment': encodeComment(comment) }),
    },
    ...(signal ? { signal } : {}),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(priority === undefined ? {} : { priority }),
  };
}

/** A header holds ASCII only; other letters are percent-encoded as in an address. */
function encodeComment(comment: string): string {
  if (comment.length > LONGEST_COMMENT)
    throw new AcumaticaConfigError(
      `A file's comment has at most ${LONGEST_COMMENT} characters, this one has ${comment.length}.`,
    );
  if (/[\u0000-\u001f\u007f]/.test(comment))
    throw new AcumaticaConfigError("A file's comment must be one line without control characters.");
  if (/\p{Surrogate}/u.test(comment))
    throw new AcumaticaConfigError("A file's comment holds half of a character (a lone surrogate).");
  return comment.replace(/[^\x20-\x7e]+/gu, (letters) => encodeURIComponent(letters));
}
