import type {
  CallOptions,
  DeleteRequest,
  EntityGateway,
  EntityRequest,
  GetRequest,
  InvokeRequest,
  ListRequest,
  ODataPage,
  ODataRequest,
  PutRequest,
  UploadRequest,
  WireRow,
} from '@acurecord/metadata';

/** A gateway that asks before every write; reads pass, also those that are asked by PUT. */
export class GuardedGateway implements EntityGateway {
  readonly #inner: EntityGateway;
  readonly #mayWrite: (operation: string) => void | Promise<void>;

  /** `mayWrite` throws to refuse. */
  constructor(inner: EntityGateway, mayWrite: (operation: string) => void | Promise<void>) {
    this.#inner = inner;
    this.#mayWrite = mayWrite;
  }

  async put(request: PutRequest): Promise<WireRow> {
    if (request.readsOnly !== true) await this.#mayWrite(`The write of ${request.entity}`);
    return this.#inner.put(request);
  }

  async delete(request: DeleteRequest): Promise<void> {
    await this.#mayWrite(`The deletion of ${request.entity}`);
    return this.#inner.delete(request);
  }

  async invoke(request: InvokeRequest): Promise<void> {
    await this.#mayWrite(`The action ${request.action} on ${request.entity}`);
    return this.#inner.invoke(request);
  }

  async upload(request: UploadRequest): Promise<void> {
    await this.#mayWrite(`The file ${request.filename} of ${request.entity}`);
    return this.#inner.upload(request);
  }

  list(request: ListRequest): Promise<readonly WireRow[]> {
    return this.#inner.list(request);
  }

  get(request: GetRequest): Promise<WireRow> {
    return this.#inner.get(request);
  }

  adHocSchema(request: EntityRequest): Promise<WireRow> {
    return this.#inner.adHocSchema(request);
  }

  download(...file: Parameters<EntityGateway['download']>): ReturnType<EntityGateway['download']> {
    return this.#inner.download(...file);
  }

  odata(request: ODataRequest): Promise<ODataPage> {
    return this.#inner.odata(request);
  }

  odataNext(nextLink: string, options?: CallOptions): Promise<ODataPage> {
    return this.#inner.odataNext(nextLink, options);
  }
}
