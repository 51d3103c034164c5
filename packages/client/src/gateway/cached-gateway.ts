import type { ReadThrough, ReadThroughStats } from '@acurecord/cache';
import { memoryStore, readThrough } from '@acurecord/cache';
import type {
  DeleteRequest,
  EntityGateway,
  GetRequest,
  InvokeRequest,
  ListRequest,
  ODataPage,
  ODataRequest,
  PutRequest,
  UploadRequest,
  WireRow,
} from '@acurecord/metadata';
import { ForwardingGateway } from './forwarding-gateway.js';
import type { ReadCacheOptions } from './read-cache.js';

/** One read, as plain data that a cache can key by. */
type Read =
  | { readonly verb: 'list'; readonly request: ListRequest }
  | { readonly verb: 'get'; readonly request: GetRequest }
  | { readonly verb: 'odata'; readonly request: ODataRequest };

/**
 * A gateway with a memory. It keeps lists, single records and OData pages; a write, deletion, action or upload through
 * it voids everything kept of that entity, also when it fails, because nobody knows then what the ERP did.
 */
export class CachedGateway extends ForwardingGateway {
  readonly #reads: ReadThrough<Read, unknown>;
  readonly #entities: ReadonlySet<string> | undefined;
  readonly #whose: string;

  /** `whose` tells apart what may differ between two clients that share a store: site, tenant, user, endpoint. */
  constructor(
    inner: EntityGateway,
    options: ReadCacheOptions,
    whose: { readonly site: string; readonly user: string },
  ) {
    super(inner);
    const { store = memoryStore(), ttlMs, staleWhileRevalidateMs = 0, entities } = options;
    this.#entities = entities && new Set(entities);
    this.#whose = whose.site;
    this.#reads = readThrough((read, signal) => this.#load(read, signal), {
      store,
      ttlMs,
      staleWhileRevalidateMs,
      key: ({ verb, request: { options: call, ...request } }) =>
        JSON.stringify([whose, verb, request, { ...call, signal: undefined, priority: undefined }]),
      tags: (read) => [this.#tag(read.verb === 'odata' ? read.request.set : read.request.entity)],
    });
  }

  override async list(request: ListRequest): Promise<readonly WireRow[]> {
    if (request.fresh === true || !this.#keeps(request.entity)) return super.list(request);
    return (await this.#reads.read({ verb: 'list', request }, request.options?.signal)) as WireRow[];
  }

  override async get(request: GetRequest): Promise<WireRow> {
    if (request.fresh === true || !this.#keeps(request.entity)) return super.get(request);
    return (await this.#reads.read({ verb: 'get', request }, request.options?.signal)) as WireRow;
  }

  override async odata(request: ODataRequest): Promise<ODataPage> {
    if (!this.#keeps(request.set)) return super.odata(request);
    return (await this.#reads.read({ verb: 'odata', request }, request.options?.signal)) as ODataPage;
  }

  override put(request: PutRequest): Promise<WireRow> {
    const answer = super.put(request);
    return request.readsOnly === true ? answer : this.#afterwards(request.entity, answer);
  }

  override delete(request: DeleteRequest): Promise<void> {
    return this.#afterwards(request.entity, super.delete(request));
  }

  override invoke(request: InvokeRequest): Promise<void> {
    return this.#afterwards(request.entity, super.invoke(request));
  }

  override upload(request: UploadRequest): Promise<void> {
    return this.#afterwards(request.entity, super.upload(request));
  }

  /** Voids what is kept of these entities and inquiries. */
  invalidate(...names: readonly string[]): Promise<void> {
    return this.#reads.invalidate(...names.map((name) => this.#tag(name)));
  }

  clear(): Promise<void> {
    return this.#reads.clear();
  }

  stats(): ReadThroughStats {
    return this.#reads.stats();
  }

  #load(read: Read, signal: AbortSignal): Promise<unknown> {
    const options = { ...read.request.options, signal };
    if (read.verb === 'list') return super.list({ ...read.request, options });
    if (read.verb === 'get') return super.get({ ...read.request, options });
    return super.odata({ ...read.request, options });
  }

  async #afterwards<T>(entity: string, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      await this.invalidate(entity);
    }
  }

  #keeps(name: string): boolean {
    return this.#entities?.has(name) ?? true;
  }

  #tag(name: string): string {
    return `${this.#whose}|${(name.split('(', 1)[0] ?? '').replace(/_WithParameters$/, '')}`;
  }
}
