import type { TransportRequest } from '../transport-request.js';
import type { DownloadOptions } from './download-options.js';

/** The request that opens a file. Files come uncompressed, so that their length is known and a cut one is noticed. */
export function downloadRequest(path: string, { signal, timeoutMs, priority }: DownloadOptions): TransportRequest {
  return {
    method: 'GET',
    path,
    headers: { Accept: 'application/octet-stream', 'Accept-Encoding': 'identity' },
    responseType: 'stream',
    ...(signal ? { signal } : {}),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(priority === undefined ? {} : { priority }),
  };
}
