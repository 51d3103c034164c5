import { AcumaticaConfigError, AcumaticaQueryError, AcumaticaServerError } from '@acurecord/errors';
import { encodePath } from '@acurecord/transport';
import type { Download, SessionKind, Transport, TransportRequest, TransportResponse } from '@acurecord/transport';
import { encodeName } from '../wire/encode-name.js';
import { isServerName } from './is-server-name.js';
import { parseExactJson } from '../wire/parse-exact-json.js';
import { isRow } from '../wire/wire-row.js';
import type { WireRow } from '../wire/wire-row.js';
import { callHeaders, listHeaders, modeHeaders } from './call-headers.js';
import { isRecordAnswer, strangeAnswer } from './record-answer.js';
import type {
  CallOptions,
  DeleteRequest,
  EntityGateway,
  EntityRequest,
  FileReadOptions,
  GetRequest,
  InvokeRequest,
  ListRequest,
  ODataPage,
  ODataRequest,
  PutRequest,
  RecordAddress,
  UploadRequest,
} from './entity-gateway.js';

/** Where a server has its inquiries. */
export type ODataRoot = 't' | 'legacy';

/** What a RestGateway speaks to. */
export interface RestGatewayOptions {
  /** Name of the endpoint, such as `Default`. */
  readonly endpoint: string;
  /** Version of the endpoint, such as `24.200.001`. A function is asked when the first entity is. */
  readonly version: string | (() => Promise<string>);
  /** Name of the tenant, which inquiries over OData have in their address. */
  readonly tenant?: string;
  /**
   * `t` is `/t/{tenant}/api/odata/…` (2024 R2 and later), `legacy` is `/odata/{tenant}` and `/odatav4/{tenant}`; which
   * version of OData inquiries speak there, their `$metadata` tells. A function is asked at each call. @default t
   */
  readonly odataRoot?: ODataRoot | (() => Promise<ODataRoot>);
  /** Which session carries inquiries; `basic` takes no API seat. @default 'api-or-basic' */
  readonly odataSession?: SessionKind;
  /** `string` keeps every decimal as the text it came as. @default number */
  readonly decimals?: 'number' | 'string';
}

/** Entities over the contract-based REST API of one endpoint. */
export class RestGateway implements EntityGateway {
  readonly #transport: Transport;
  readonly #options: RestGatewayOptions;

  constructor(transport: Transport, options: RestGatewayOptions) {
    this.#transport = transport;
    this.#options = options;
  }

  async list({ entity, params, optimization, options }: ListRequest): Promise<readonly WireRow[]> {
    const headers = listHeaders(optimization);
    const path = await this.#path(options, entity);
    const body = await this.#send({ method: 'GET', path, query: params, headers, entity }, options);
    if (Array.isArray(body) && body.every(isRow)) return body;
    throw unexpected(entity, 'a list of records', body);
  }

  async get({ entity, address, params, options }: GetRequest): Promise<WireRow> {
    refuseFilter(entity, params);
    const path = await this.#path(options, entity, ...segments(address));
    const entityId = segments(address).join('/');
    return recordFrom(entity, await this.#send({ method: 'GET', path, query: params, entity, entityId }, options));
  }

  async put({
    entity,
    row,
    params,
    mode,
    method,
    idempotent,
    readsOnly = false,
    options,
  }: PutRequest): Promise<WireRow> {
    const path = await this.#path(options, entity);
    const headers = modeHeaders(mode);
    const body = await this.#send(
      { method, path, query: params, headers, json: row, idempotent, readsOnly, entity },
      options,
    );
    if (readsOnly) return recordFrom(entity, body);
    if (isRecordAnswer(body)) return body;
    throw strangeAnswer({ entity, operation: `${method} ${path}`, repeatable: idempotent, body });
  }

  async delete({ entity, address, options }: DeleteRequest): Promise<void> {
    const entityId = segments(address).join('/');
    const path = await this.#path(options, entity, ...segments(address));
    const { status, body } = await this.#exchange({ method: 'DELETE', path, entity, entityId }, options);
    if (status === 204) return;
    throw strangeAnswer({ entity, operation: `DELETE ${path}`, repeatable: true, body, status });
  }

  async adHocSchema({ entity, options }: EntityRequest): Promise<WireRow> {
    const path = `${await this.#path(options, entity)}/$adHocSchema`;
    return recordFrom(entity, await this.#send({ method: 'GET', path, entity }, options));
  }

  async invoke({ entity, action, invocation, options = {} }: InvokeRequest): Promise<void> {
    const { signal, timeoutMs, priority, pollMs, onProgress } = options;
    await this.#transport.invoke(await this.#path(options, entity, action), invocation, {
      headers: callHeaders(options),
      ...given({ signal, timeoutMs, priority, pollMs, onProgress }),
    });
  }

  async upload({ entity, target, filename, content, options = {} }: UploadRequest): Promise<void> {
    const { signal, timeoutMs, priority, comment, contentType, onProgress } = options;
    const path =
      'link' in target
        ? this.#pathOf(fileUrl(target.link, filename))
        : await this.#path(options, entity, ...target.keys, 'files', filename);
    await this.#transport.upload(
      path,
      content,
      given({ signal, timeoutMs, priority, comment, contentType, onProgress }),
    );
  }

  async download(file: string, options: FileReadOptions = {}): Promise<Download> {
    const { signal, timeoutMs, priority, onProgress } = options;
    const path = file.includes('/') ? this.#pathOf(file) : await this.#path(options, 'files', file);
    return this.#transport.download(path, given({ signal, timeoutMs, priority, onProgress }));
  }

  async odata({ source, set, part, params, options }: ODataRequest): Promise<ODataPage> {
    const below = part === undefined ? '' : `/${encodeName(part)}`;
    const path = `${await this.#odataRoot(source)}/${encodeName(set)}${below}`;
    const body = await this.#send(
      { method: 'GET', path, query: params, entity: set, session: this.#odataSession },
      options,
    );
    return pageFrom(set, body, new URL(`${this.#transport.baseUrl}${path}`));
  }

  async odataNext(nextLink: string, options?: CallOptions): Promise<ODataPage> {
    const path = this.#pathOf(nextLink);
    return pageFrom(
      nextLink,
      await this.#send({ method: 'GET', path, session: this.#odataSession }, options),
      new URL(path),
    );
  }

  /** `$metadata` of the inquiries or data access classes, as text; `readODataMetadata` reads it. */
  async odataMetadata(source: ODataRequest['source'], options?: CallOptions): Promise<string> {
    const path = `${await this.#odataRoot(source)}/$metadata`;
    const headers = { Accept: 'application/xml' };
    return String(
      await this.#send({ method: 'GET', path, headers, responseType: 'text', session: this.#odataSession }, options),
    );
  }

  get #odataSession(): SessionKind {
    return this.#options.odataSession ?? 'api-or-basic';
  }

  async #odataRoot(source: ODataRequest['source']): Promise<string> {
    const { tenant, odataRoot = 't' } = this.#options;
    if ((typeof odataRoot === 'string' ? odataRoot : await odataRoot()) === 'legacy')
      return encodePath([source === 'gi' ? 'odata' : 'odatav4', ...(tenant === undefined ? [] : [tenant])]);
    if (tenant === undefined)
      throw new AcumaticaConfigError('Inquiries over OData need the name of the tenant.', { missing: ['tenant'] });
    return encodePath(['t', tenant, 'api', 'odata', source]);
  }

  /** Links of the server are relative to its host; the transport wants paths below the site, or absolute addresses. */
  #pathOf(link: string): string {
    return new URL(link, this.#transport.baseUrl).href;
  }

  async #path(options: CallOptions | undefined, ...rest: readonly string[]): Promise<string> {
    const { endpoint, version } = this.#options;
    const known = options?.apiVersion ?? (typeof version === 'string' ? version : await version());
    return encodePath(['entity', endpoint, known, ...rest]);
  }

  async #send(request: TransportRequest, options?: CallOptions): Promise<unknown> {
    return (await this.#exchange(request, options)).body;
  }

  #exchange(request: TransportRequest, options: CallOptions = {}): Promise<TransportResponse> {
    const { signal, timeoutMs, priority } = options;
    return this.#transport.send({
      ...request,
      headers: { ...callHeaders(options), ...request.headers },
      ...(this.#options.decimals === 'string' && request.responseType === undefined && { parseJson: parseExactJson }),
      ...given({ signal, timeoutMs, priority }),
    });
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The members that are not undefined. */
function given<T extends object>(options: T): Given<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Given<T>;
}

function fileUrl(link: string, filename: string): string {
  return link.replace(/\{filename\}|%7Bfilename%7D/i, () => encodeName(filename));
}

function segments(address: RecordAddress): readonly string[] {
  const names = 'id' in address ? [address.id] : address.keys;
  const own = names.find(isServerName);
  if (own === undefined) return names;
  throw new AcumaticaQueryError(`${JSON.stringify(own)} is an address of the server, no key of a record.`, {
    suggestions: ['Find a record of such a key with where(), or by its id.'],
  });
}

/** On real servers the filter wins over the keys, and another record comes than the one that was asked for. */
function refuseFilter(entity: string, params: GetRequest['params'] = {}): void {
  if (!Object.keys(params).some((name) => /^\$?filter$/i.test(name))) return;
  throw new AcumaticaQueryError(
    `A ${entity} that is read by its keys takes no $filter: the server would go by the filter. Use where(), or the keys.`,
    { entity },
  );
}

function recordFrom(entity: string, body: unknown): WireRow {
  if (isRow(body)) return body;
  throw unexpected(entity, 'a record', body);
}

/**
 * Filtering or sorting by a calculated column makes the server answer 200 with nothing at all. Links may be relative to the root,
 * the folder of the page that has them.
 */
function pageFrom(set: string, body: unknown, address: URL): ODataPage {
  const rows = isRow(body) ? body.value : undefined;
  if (!isRow(body) || !Array.isArray(rows)) {
    throw new AcumaticaServerError(
      `${set} was answered without rows and without an error. A condition on a calculated column, or an order by ` +
        'one, does that: use another column, or filter and sort the rows in the program.',
      { entity: set },
    );
  }
  const nextLink = body['@odata.nextLink'] ?? body['odata.nextLink'];
  if (typeof nextLink !== 'string') return { rows: rows as WireRow[] };
  if (!URL.canParse(nextLink, address.href)) throw unexpected(set, 'a link to the next page', nextLink);
  return { rows: rows as WireRow[], nextLink: new URL(nextLink, address).href };
}

function unexpected(entity: string, wanted: string, body: unknown): AcumaticaServerError {
  const got = body === undefined ? 'nothing' : Array.isArray(body) ? 'a list' : typeof body;
  return new AcumaticaServerError(`The server answered ${got} where ${wanted} of ${entity} was expected.`, { entity });
}
