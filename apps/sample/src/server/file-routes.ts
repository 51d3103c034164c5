import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { DeskProblem } from '../desk-problem.js';
import { SalesOrder } from '../models/sales-order.js';
import { fileRows } from '../orders/order-document.js';
import type { OrderPath } from './order-routes.js';

/** The largest file that is taken. */
export const maxFileBytes = 25 * 1024 * 1024;

const maxNameLength = 200;

/** Files of an order. They pass through without being kept here, in both directions. */
export function addFileRoutes(server: FastifyInstance): void {
  server.get<{ Params: OrderPath & { readonly id: string } }>(
    '/api/orders/:type/:nbr/files/:id',
    { config: { isDownload: true } },
    async ({ params: { type, nbr, id } }, reply) => {
      const order = await SalesOrder.find(type, nbr, { select: ['OrderType', 'OrderNbr'] });
      const file = (await order.files()).find((candidate) => candidate.id === id);
      if (file === undefined) throw DeskProblem.notFound(`${type} ${nbr} has no file of this id.`);
      const content = await order.download(file);
      reply.header('Content-Disposition', attachment(file.name));
      reply.header('X-Content-Type-Options', 'nosniff');
      if (content.size !== undefined) reply.header('Content-Length', content.size);
      return reply.type('application/octet-stream').send(content);
    },
  );

  void server.register((uploads, _options, done) => {
    // Any content type is taken as it comes, JSON too: it is a file.
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', { bodyLimit: maxFileBytes }, (_request, payload, next) => next(null, payload));
    uploads.put<{ Params: OrderPath & { readonly name: string }; Body: Readable | undefined }>(
      '/api/orders/:type/:nbr/files/:name',
      { bodyLimit: maxFileBytes },
      async ({ params: { type, nbr, name }, body, headers }) => {
        refuseName(name);
        if (body === undefined) throw DeskProblem.malformed('The file is empty.');
        refuseSize(Number(headers['content-length'] ?? 0));
        const order = await SalesOrder.find(type, nbr, { select: ['OrderType', 'OrderNbr'] });
        const bytes = boundedBy(maxFileBytes, body);
        await order.attach(name, bytes).catch((error: unknown) => {
          // What the ERP says of a file that broke off does not matter when it was broken off here.
          throw bytes.errored ?? error;
        });
        return fileRows(order);
      },
    );
    done();
  });
}

/** Passes the bytes on, and breaks off where they become too many: a length can be missing, or a lie. */
function boundedBy(maxBytes: number, source: Readable): Transform {
  let size = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length;
      if (size > maxBytes) next(tooLarge());
      else next(null, chunk);
    },
  });
  source.once('error', () => counter.destroy(DeskProblem.malformed('The upload was broken off.')));
  return source.pipe(counter);
}

function refuseSize(length: number): void {
  if (length > maxFileBytes) throw tooLarge();
}

function tooLarge(): DeskProblem {
  return new DeskProblem(413, 'too-large', `A file has at most ${maxFileBytes / 1024 / 1024} MiB.`, {
    title: 'The file is too large',
  });
}

/** A name is a name, not a path. @throws DeskProblem 400 */
function refuseName(name: string): void {
  const isName = name.trim() !== '' && name.length <= maxNameLength && !/[\x00-\x1f\x7f/\\]/.test(name);
  if (!isName || name === '.' || name === '..')
    throw DeskProblem.malformed('A file needs a name of at most 200 characters, without slashes.', [
      { path: 'name', message: 'is no name for a file' },
    ]);
}

/** RFC 6266: a plain name for all, the true one for those who can read it. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.\- ]/g, '_');
  const full = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
