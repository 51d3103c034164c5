import { connect } from 'node:net';

/** An answer as it came over the socket. */
export interface Spoken {
  /** `HTTP/1.1 200 OK` */
  readonly status: number;
  /** Values by lower-case name, one for each time the header was sent. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Everything behind the head, as bytes. */
  readonly body: Buffer;
  /** The whole answer as text, interim answers (`100 Continue`) and all. */
  readonly text: string;
}

/**
 * Says a request word for word, as a client of another language puts it: lines of the head, then the body. The head
 * gets a `Connection: close` unless it has one, so that the answer ends with the connection.
 */
export function speak(url: string, head: readonly string[], body: string | Buffer = ''): Promise<Spoken> {
  const { hostname, port } = new URL(url);
  const closes = head.some((line) => /^connection:/i.test(line)) ? [] : ['Connection: close'];
  const bytes = Buffer.from(`${[...head, ...closes].join('\r\n')}\r\n\r\n`);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.end(Buffer.concat([bytes, Buffer.from(body)])));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(understood(Buffer.concat(chunks)));
    });
  });
}

/** Takes a whole answer apart; an interim one before it is skipped. */
export function understood(bytes: Buffer): Spoken {
  const text = bytes.toString('latin1');
  const start = text.lastIndexOf('HTTP/1.');
  const end = text.indexOf('\r\n\r\n', start);
  const [first = '', ...lines] = text.slice(start, end).split('\r\n');
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4), text };
}

/** The cookies of an answer, as the `Cookie` header that gives them back. */
export const jarOf = ({ headers }: Spoken): string =>
  [...new Set((headers.get('set-cookie') ?? []).map((cookie) => cookie.split(';')[0] ?? ''))].join('; ');
