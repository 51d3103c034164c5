import type { LongText } from './long-text.js';

/** What the simulator sends back to one request, before it becomes bytes on a socket. */
export interface Answer {
  readonly status: number;
  /** Header names as they go out; an array sends the header once for each value. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer | LongText;
}

const json = { 'Cache-Control': 'private', 'Content-Type': 'application/json; charset=utf-8' };
const html = { 'Cache-Control': 'private', 'Content-Type': 'text/html; charset=utf-8' };

/** An answer whose body is JSON text, compact as the ERP sends it. */
export function jsonAnswer(status: number, body: string | LongText, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { ...json, ...headers }, body };
}

/** `204 No Content`. */
export function noContent(headers: Answer['headers'] = {}): Answer {
  return { status: 204, headers, body: '' };
}

/** A page of the web server in front of the ERP, which knows nothing of JSON. */
export function htmlPage(status: number, title: string, detail: string): Answer {
  const body = [
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
    `<HTML><HEAD><TITLE>${title}</TITLE>`,
    '<META HTTP-EQUIV="Content-Type" Content="text/html; charset=us-ascii"></HEAD>',
    `<BODY><h2>${title}</h2>`,
    `<hr><p>HTTP Error ${status}. ${detail}</p>`,
    '</BODY></HTML>',
  ].join('\r\n');
  return { status, headers: html, body };
}

/** A page that the ERP itself shows to people; the body is markup. */
export function htmlDocument(title: string, body: string): Answer {
  const text = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`;
  return { status: 200, headers: html, body: text };
}

/** The same answer with more headers. */
export function withHeaders(answer: Answer, headers: Answer['headers']): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
