import type {
  DeleteRequest,
  EntityGateway,
  InvokeRequest,
  PutRequest,
  UploadRequest,
  WireRow,
} from '@acurecord/metadata';
import { ForwardingGateway } from './forwarding-gateway.js';

/** A gateway that asks before every write; reads pass, also those that are asked by PUT. */
export class GuardedGateway extends ForwardingGateway {
  readonly #mayWrite: (operation: string) => void | Promise<void>;

  /** `mayWrite` throws to refuse. */
  constructor(inner: EntityGateway, mayWrite: (operation: string) => void | Promise<void>) {
    super(inner);
    this.#mayWrite = mayWrite;
  }

  override async put(request: PutRequest): Promise<WireRow> {
    if (request.readsOnly !== true) await this.#mayWrite(`The write of ${request.entity}`);
    return super.put(request);
  }

  override async delete(request: DeleteRequest): Promise<void> {
    await this.#mayWrite(`The deletion of ${request.entity}`);
    return super.delete(request);
  }

  override async invoke(request: InvokeRequest): Promise<void> {
    await this.#mayWrite(`The action ${request.action} on ${request.entity}`);
    return super.invoke(request);
  }

  override async upload(request: UploadRequest): Promise<void> {
    await this.#mayWrite(`The file ${request.filename} of ${request.entity}`);
    return super.upload(request);
  }
}
