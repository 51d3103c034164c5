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
import { optionsInScope } from '../scope/call-scope.js';

/** The gateway that entities of a client see: it connects on the first call, and adds the scope's options to each. */
export class ScopedGateway implements EntityGateway {
  readonly #open: () => Promise<EntityGateway>;
  readonly #scope: CallScope;

  constructor(open: () => Promise<EntityGateway>, scope: CallScope) {
    this.#open = open;
    this.#scope = scope;
  }

  async list(request: ListRequest): Promise<readonly WireRow[]> {
    return (await this.#open()).list(this.#scoped(request));
  }

  async get(request: GetRequest): Promise<WireRow> {
    return (await this.#open()).get(this.#scoped(request));
  }

  async put(request: PutRequest): Promise<WireRow> {
    return (await this.#open()).put(this.#scoped(request));
  }

  async delete(request: DeleteRequest): Promise<void> {
    return (await this.#open()).delete(this.#scoped(request));
  }

  async invoke(request: InvokeRequest): Promise<void> {
    return (await this.#open()).invoke(this.#scoped(request));
  }

  async adHocSchema(request: EntityRequest): Promise<WireRow> {
    return (await this.#open()).adHocSchema(this.#scoped(request));
  }

  async upload(request: UploadRequest): Promise<void> {
    return (await this.#open()).upload(this.#scoped(request));
  }

  async download(...[file, options]: Parameters<EntityGateway['download']>): ReturnType<EntityGateway['download']> {
    return (await this.#open()).download(file, optionsInScope(options, this.#scope));
  }

  async odata(request: ODataRequest): Promise<ODataPage> {
    return (await this.#open()).odata(this.#scoped(request));
  }

  async odataNext(nextLink: string, options?: CallOptions): Promise<ODataPage> {
    return (await this.#open()).odataNext(nextLink, optionsInScope(options, this.#scope));
  }

  #scoped<R extends { readonly options?: CallOptions }>(request: R): R {
    return { ...request, options: optionsInScope(request.options, this.#scope) };
  }
}
