import type { OptionNames } from '@acurecord/errors';
import type { Download, OperationProgress, UploadSource } from '@acurecord/transport';
import type { WireRow } from '../wire/wire-row.js';

/** What any single call may be told besides its content. */
export interface CallOptions {
  /** Stops waiting; what the ERP has already begun goes on there. */
  readonly signal?: AbortSignal;
  /** @default the transport's */
  readonly timeoutMs?: number;
  /** Where calls wait for the rate limit, the higher one goes first. @default 0 */
  readonly priority?: number;
  /** Login name of the branch this one call is made for. */
  readonly branch?: string;
  /** Business date of this one call; a `Date` counts by its UTC day. */
  readonly businessDate?: Date | string;
  /** Includes archived records. @default false */
  readonly archived?: boolean;
  /** Includes deleted records of data access classes that keep them. @default false */
  readonly deleted?: boolean;
  /** Another version of the endpoint for this one call, such as `22.200.001`. */
  readonly apiVersion?: string;
}

/** The options of every call. */
export const CALL_OPTIONS: OptionNames<CallOptions> = {
  signal: true,
  timeoutMs: true,
  priority: true,
  branch: true,
  businessDate: true,
  archived: true,
  deleted: true,
  apiVersion: true,
};

/** Which record: by its id, or by its key values in the order of the form. */
export type RecordAddress = { readonly id: string } | { readonly keys: readonly string[] };

/** Query options by their wire names, not yet percent-encoded: `{ $filter: "Status eq 'Active'" }`. */
export type WireParams = Readonly<Record<string, string>>;

/** One call about one entity; plain data, so that a cache can key by it. */
export interface EntityRequest {
  /** Name of the entity in the endpoint, such as `SalesOrder`. */
  readonly entity: string;
  readonly options?: CallOptions;
}

/** A read of the records that satisfy the parameters. */
export interface ListRequest extends EntityRequest {
  readonly params: WireParams;
  /** true asks the ERP even where the answer is kept. @default false */
  readonly fresh?: boolean;
  /**
   * `required`: the server fails where it cannot read the list as a whole; `off`: it reads record by record, which takes
   * longer. @default as the server is used to
   */
  readonly optimization?: 'required' | 'off';
}

/** A read of one record. */
export interface GetRequest extends EntityRequest {
  readonly address: RecordAddress;
  readonly params: WireParams;
  /** true asks the ERP even where the answer is kept. @default false */
  readonly fresh?: boolean;
}

/** When a write must not be what it usually is: an upsert. */
export type WriteMode = 'upsert' | 'insertOnly' | 'updateOnly';

/** A write of one record. */
export interface PutRequest extends EntityRequest {
  readonly row: WireRow;
  readonly params: WireParams;
  readonly mode: WriteMode;
  /** PATCH writes the given fields even where they are unchanged, and never inserts; servers have it since 2025 R1. */
  readonly method: 'PUT' | 'PATCH';
  /** Whether sending it twice does no harm: the body carries the record's id, or keys that the form is known to keep. */
  readonly idempotent: boolean;
  /** true for an inquiry of the contract, which is asked by PUT and changes nothing. @default false */
  readonly readsOnly?: boolean;
}

/** Removal of one record. */
export interface DeleteRequest extends EntityRequest {
  readonly address: RecordAddress;
}

/** How an action is waited for. */
export interface ActionOptions extends CallOptions {
  /** How often the state of a long operation is asked for. @default the transport's */
  readonly pollMs?: number;
  /** Called while the ERP is still at it. */
  readonly onProgress?: (progress: OperationProgress) => void;
}

/** One action on one record. */
export interface InvokeRequest extends EntityRequest {
  readonly action: string;
  /** `{ entity, parameters }` as the contract wants it. */
  readonly invocation: { readonly entity: WireRow; readonly parameters?: WireRow };
  readonly options?: ActionOptions;
}

/** What is attached, and what is said about it. */
export interface AttachOptions extends CallOptions {
  /** At most 500 characters; servers keep it since 2024 R2. */
  readonly comment?: string;
  /** @default application/octet-stream */
  readonly contentType?: string;
  /** Bytes sent so far, and in all where that is known. */
  readonly onProgress?: (sent: number, total: number | undefined) => void;
}

/** The options of an upload. */
export const ATTACH_OPTIONS: OptionNames<AttachOptions> = {
  ...CALL_OPTIONS,
  comment: true,
  contentType: true,
  onProgress: true,
};

/** How a file is read. */
export interface FileReadOptions extends CallOptions {
  /** Bytes that came so far, and in all where the ERP says it. */
  readonly onProgress?: (received: number, total: number | undefined) => void;
}

/** The options of reading a file. */
export const FILE_READ_OPTIONS: OptionNames<FileReadOptions> = { ...CALL_OPTIONS, onProgress: true };

/** A file for one record. */
export interface UploadRequest extends EntityRequest {
  /** The record's own upload link where it has one; else the record's keys. */
  readonly target: { readonly link: string } | { readonly keys: readonly string[] };
  readonly filename: string;
  readonly content: UploadSource;
  readonly options?: AttachOptions;
}

/** A generic inquiry or DAC over OData. */
export interface ODataRequest {
  /** `gi` for generic inquiries, `dac` for data access classes. */
  readonly source: 'gi' | 'dac';
  /** Entity set with its parameters, not encoded: `Stock Items`, `Sales_WithParameters(Branch='MAIN')`. */
  readonly set: string;
  /** A function of the set, such as `px.GetDeletedRecords()`. */
  readonly part?: string;
  readonly params: WireParams;
  readonly options?: CallOptions;
}

/** One page of OData rows. */
export interface ODataPage {
  readonly rows: readonly WireRow[];
  /** Address of the next page, from `@odata.nextLink`, or `odata.nextLink` in version 3. */
  readonly nextLink?: string;
}

/**
 * The one door between entities and an ERP. `RestGateway` speaks to a server; a cache is a gateway around another one.
 * Every call throws the errors of `@acurecord/errors`. The suite in `@acurecord/metadata/testing` holds for all of them.
 */
export interface EntityGateway {
  list(request: ListRequest): Promise<readonly WireRow[]>;
  /** @throws AcumaticaNotFoundError */
  get(request: GetRequest): Promise<WireRow>;
  /** The record as the server left it. */
  put(request: PutRequest): Promise<WireRow>;
  /** @throws AcumaticaNotFoundError */
  delete(request: DeleteRequest): Promise<void>;
  /** Resolves when the ERP has finished, not when it has begun. */
  invoke(request: InvokeRequest): Promise<void>;
  /** The `$adHocSchema` answer: one record whose `custom` names the fields outside the contract. */
  adHocSchema(request: EntityRequest): Promise<WireRow>;
  upload(request: UploadRequest): Promise<void>;
  /** Content of a file by its id or by a link to it on the same server. */
  download(file: string, options?: FileReadOptions): Promise<Download>;
  odata(request: ODataRequest): Promise<ODataPage>;
  /** The page behind a `nextLink`. */
  odataNext(nextLink: string, options?: CallOptions): Promise<ODataPage>;
}
