import { AcumaticaError, AcumaticaNotFoundError } from '@acurecord/errors';
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
import type { CallScope } from '../scope/call-scope.js';
import { noted, optionsInScope, runInScope } from '../scope/call-scope.js';

/**
 * The gateway that entities of a client see: it connects on the first call, and adds the scope's options to each. `open`
 * hears which entity is asked for.
 */
export class ScopedGateway implements EntityGateway {
  readonly #open: (entity?: string) => Promise<EntityGateway>;
  readonly #scope: CallScope;

  constructor(open: (entity?: string) => Promise<EntityGateway>, scope: CallScope) {
    this.#open = open;
    this.#scope = scope;
  }

  list(request: ListRequest): Promise<readonly WireRow[]> {
    return this.#call(request, (gateway, options) => gateway.list({ ...request, options }));
  }

  get(request: GetRequest): Promise<WireRow> {
    return this.#call(request, (gateway, options) => gateway.get({ ...request, options }));
  }

  put(request: PutRequest): Promise<WireRow> {
    return this.#call(request, (gateway, options) => {
      const send = () => gateway.put({ ...request, options });
      return request.readsOnly === true ? send() : noted(request.idempotent, send);
    });
  }

  delete(request: DeleteRequest): Promise<void> {
    return this.#call(request, (gateway, options) => noted(true, () => gateway.delete({ ...request, options })));
  }

  invoke(request: InvokeRequest): Promise<void> {
    return this.#call(request, (gateway, options) =>
      noted(false, () => gateway.invoke({ ...request, options }), mayHaveActed),
    );
  }

  adHocSchema(request: EntityRequest): Promise<WireRow> {
    return this.#call(request, (gateway, options) => gateway.adHocSchema({ ...request, options }));
  }

  upload(request: UploadRequest): Promise<void> {
    return this.#call(request, (gateway, options) => noted(false, () => gateway.upload({ ...request, options })));
  }

  download(...[file, options]: Parameters<EntityGateway['download']>): ReturnType<EntityGateway['download']> {
    return this.#call({ options }, (gateway, scoped) => gateway.download(file, scoped));
  }

  odata(request: ODataRequest): Promise<ODataPage> {
    return this.#call({ options: request.options }, (gateway, options) => gateway.odata({ ...request, options }));
  }

  odataNext(nextLink: string, options?: CallOptions): Promise<ODataPage> {
    return this.#call({ options }, (gateway, scoped) => gateway.odataNext(nextLink, scoped));
  }

  async #call<O extends CallOptions, R>(
    { entity, options: given }: { readonly entity?: string; readonly options?: O | undefined },
    send: (gateway: EntityGateway, options: O) => Promise<R>,
  ): Promise<R> {
    const gateway = await this.#open(entity);
    const { locale } = this.#scope;
    const options = optionsInScope(given, this.#scope);
    return locale === undefined ? send(gateway, options) : runInScope({ locale }, () => send(gateway, options));
  }
}

/** An action that the ERP refuses with an error of its form may have done a part of its work before. */
function mayHaveActed(error: unknown): boolean {
  return (
    AcumaticaError.is(error) && !AcumaticaNotFoundError.is(error) && (error.status === 500 || error.status === 422)
  );
}
