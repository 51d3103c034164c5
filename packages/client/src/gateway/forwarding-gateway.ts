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

/** A gateway that passes every call on to another one; one that adds something overrides what it adds that to. */
export abstract class ForwardingGateway implements EntityGateway {
  protected readonly inner: EntityGateway;

  constructor(inner: EntityGateway) {
    this.inner = inner;
  }

  list(request: ListRequest): Promise<readonly WireRow[]> {
    return this.inner.list(request);
  }

  get(request: GetRequest): Promise<WireRow> {
    return this.inner.get(request);
  }

  put(request: PutRequest): Promise<WireRow> {
    return this.inner.put(request);
  }

  delete(request: DeleteRequest): Promise<void> {
    return this.inner.delete(request);
  }

  invoke(request: InvokeRequest): Promise<void> {
    return this.inner.invoke(request);
  }

  adHocSchema(request: EntityRequest): Promise<WireRow> {
    return this.inner.adHocSchema(request);
  }

  upload(request: UploadRequest): Promise<void> {
    return this.inner.upload(request);
  }

  download(...file: Parameters<EntityGateway['download']>): ReturnType<EntityGateway['download']> {
    return this.inner.download(...file);
  }

  odata(request: ODataRequest): Promise<ODataPage> {
    return this.inner.odata(request);
  }

  odataNext(nextLink: string, options?: CallOptions): Promise<ODataPage> {
    return this.inner.odataNext(nextLink, options);
  }
}
