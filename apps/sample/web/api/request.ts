import type { Problem } from '../../contract/index.js';
import { DeskError } from './desk-error.js';

const unreachable: Problem = {
  type: 'about:blank',
  title: 'The desk does not answer',
  status: 0,
  detail: 'The server of Order Desk cannot be reached.',
  hint: 'Look whether `npm start` still runs, then try again.',
};

/** Reads JSON from the desk. @throws DeskError with the problem that the server describes. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, signal === undefined ? {} : { signal });
  return (await response.json()) as T;
}

/** Sends JSON to the desk and reads its answer. @throws DeskError */
export async function write<T>(method: 'POST' | 'PUT', path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await sendJson(method, path, body, signal);
  return (await response.json()) as T;
}

/** Sends JSON and gives the answer as it comes, for those that are read piece by piece. @throws DeskError */
export function sendJson(method: 'POST' | 'PUT', path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'X-Order-Desk': '1' };
  return send(path, { method, headers, body: JSON.stringify(body), ...(signal && { signal }) });
}

/** Sends a file's bytes. @throws DeskError */
export async function upload<T>(path: string, file: File): Promise<T> {
  const headers = { 'Content-Type': file.type || 'application/octet-stream', 'X-Order-Desk': '1' };
  const response = await send(path, { method: 'PUT', headers, body: file });
  return (await response.json()) as T;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    // Cancelled by the page itself: react-query wants to see that as it is.
    if (init.signal?.aborted === true) throw cause;
    throw new DeskError(unreachable);
  });
  if (response.ok) return response;
  throw new DeskError(await problemOf(response));
}

async function problemOf(response: Response): Promise<Problem> {
  const isJson = /\bjson\b/.test(response.headers.get('Content-Type') ?? '');
  const body = isJson ? ((await response.json().catch(() => undefined)) as Partial<Problem> | undefined) : undefined;
  return {
    ...body,
    type: body?.type ?? 'about:blank',
    title: body?.title ?? `The desk answered ${String(response.status)}`,
    status: response.status,
    detail: body?.detail ?? response.statusText,
  };
}
