import type { ActionBehaviour } from './actions/operation.js';
import type { ConnectedApplication } from './identity/token.js';
import type { TenantOptions, User } from './identity/user.js';
import type { Assumptions } from './assumptions.js';
import type { CustomizationOptions } from './customization/customization-options.js';
import type { FeatureSwitches } from './schema/features.js';
import type { FieldType } from './schema/schema-model.js';
import type { InquiryOptions } from './odata/odata-set.js';
import type { Recording } from './recording/recording.js';
import type { RecordOrder } from './store/entity-table.js';
import type { PushDestination } from './steering/push-notifications.js';
import type { TimeSource } from './steering/simulator-clock.js';

/** The releases whose differences the simulator knows. */
export const releases = [
  '18R2',
  '19R1',
  '19R2',
  '20R1',
  '20R2',
  '21R1',
  '21R2',
  '22R1',
  '22R2',
  '23R1',
  '23R2',
  '24R1',
  '24R2',
  '25R1',
  '25R2',
  '26R1',
  '26R2',
] as const;

/** A release of the ERP. */
export type Release = (typeof releases)[number];

/** One record as given by a test: plain values (`{ CustomerID: 'A' }`) or the wire's (`{ CustomerID: { value: 'A' } }`). */
export type RecordInput = Readonly<Record<string, unknown>>;

/** How new records of an entity get their number. */
export interface Numbering {
  /** The key field that is numbered. @default the entity's last key field */
  readonly field?: string;
  /** @default '' */
  readonly prefix?: string;
  /** Digits after the prefix. @default 6 */
  readonly digits?: number;
  /** The first number given. @default 1 */
  readonly next?: number;
}

/** Ceilings of the licence. */
export interface SimulatorLimits {
  /** API sessions at once. @default Infinity */
  readonly seats?: number;
  /** Requests worked on at once; the rest wait their turn. @default Infinity */
  readonly concurrent?: number;
  /** Requests in a sliding minute; from half of it on requests are delayed. @default Infinity */
  readonly requestsPerMinute?: number;
}

/** Everything `startSimulator` can be told; all of it optional. */
export interface SimulatorOptions {
  /** Endpoint documents (parsed `swagger.json`) to serve, filled with generated data. @default the demo company's own */
  readonly schema?: unknown;
  /** Names of endpoints made by the customer: only callers who are signed in are told of them. @default none */
  readonly customEndpoints?: readonly string[];
  /** Records by entity name; entities not named keep generated ones. Applies to every tenant. */
  readonly data?: Readonly<Record<string, readonly RecordInput[]>>;
  /**
   * Records generated for each entity, or by entity name: `{ SalesOrder: 200_000 }`. They are made when they are looked
   * at, so that great numbers take little memory. In the demo company, the entities named get its own records and so
   * many more that there are as many as asked for; the others are as they are. @default 5
   */
  readonly generated?: number | Readonly<Record<string, number>>;
  /** Key fields by entity, where the documents do not tell and the built-in table does not know. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** Auto-numbering by entity, besides the documents of the demo company. */
  readonly numbering?: Readonly<Record<string, Numbering>>;
  /** @default 0, a free one */
  readonly port?: number;
  /** Loopback address to listen on. @default '127.0.0.1' */
  readonly host?: string;
  /** Folder of the site: `/AcumaticaERP`. @default '' */
  readonly site?: string;
  /** Serve HTTPS with this key and certificate (PEM). */
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
  /** @default '24R2'; '26R2' for a document of contract 5 */
  readonly release?: Release;
  /** @default [{ name: 'Company', branches: ['MAIN'] }] */
  readonly tenants?: readonly (string | TenantOptions)[];
  /** @default [{ name: 'admin', password: 'admin-secret' }] */
  readonly users?: readonly User[];
  /** Applications that may ask for tokens. @default none */
  readonly applications?: readonly ConnectedApplication[];
  readonly limits?: SimulatorLimits;
  /** Minutes after which an idle session ends. @default 10 */
  readonly sessionMinutes?: number;
  /** Wrong passwords in a row until an account is locked. @default 10 */
  readonly lockOutAfter?: number;
  /** Milliseconds every request takes at least. @default 0 */
  readonly latencyMs?: number;
  readonly clock?: TimeSource;
  /** Same seed, same data, same ids, same dice. @default 1 */
  readonly seed?: number;
  /** Generic inquiries exposed by OData, by name, besides those of the demo company. */
  readonly inquiries?: Readonly<Record<string, InquiryOptions>>;
  /**
   * Classes whose deleted records the ERP keeps track of, by name (`SOOrder`), for `px.GetDeletedRecords()`. @default all
   */
  readonly trackDeleted?: readonly string[];
  /** Languages in which forms keep their texts, the company's own first. @default ['en'] */
  readonly languages?: readonly string[];
  /** Rows an OData answer holds before it goes on behind `@odata.nextLink`. @default Infinity */
  readonly odataPageSize?: number;
  /** Customization projects, and how publishing them goes. @default none */
  readonly customization?: CustomizationOptions;
  /** Where changes are told to. @default nobody */
  readonly push?: readonly PushDestination[];
  /** Serve a recording instead of data: every request that is not in it is answered with 501. */
  readonly replay?: Recording;
  /** Offer the simulator's own functions over HTTP under `/_simulator/…`. @default false */
  readonly control?: boolean;
  /** How actions behave, by `Action` or `Entity/Action`; the latter also says that the form has that action. */
  readonly actions?: Readonly<Record<string, ActionBehaviour>>;
  /** Tenants with a broken endpoint: every call of theirs is redirected to the error page. */
  readonly brokenTenants?: readonly string[];
  /**
   * Names of tenants that were made or deleted while the server ran: sign-in takes them and works in the first tenant
   * without a word.
   */
  readonly staleTenants?: readonly string[];
  /** Parameters, by inquiry, without which it has no rows: the organisation, mostly. */
  readonly inquiryNeeds?: Readonly<Record<string, readonly string[]>>;
  /** Entities whose view takes every PUT with 200 and stores nothing. */
  readonly ignoresWrites?: readonly string[];
  /** Entities whose form has no preferences entered: every request to them fails. */
  readonly setupMissing?: readonly string[];
  /** Fields, by entity, whose lists cannot be optimised: a list that shows one fails. */
  readonly cannotOptimize?: Readonly<Record<string, readonly string[]>>;
  /**
   * Members, by entity, that the document declares and records of this instance do not have, as it is with members of
   * features that are switched off.
   */
  readonly absent?: Readonly<Record<string, readonly string[]>>;
  /** Fields, by entity, that records have and the document does not declare, as newer builds add them to old endpoints. */
  readonly added?: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
  /**
   * Features of the ERP, on or off: records do not have the members of one that is off. More can be left out by `absent`.
   * @default all on
   */
  readonly features?: FeatureSwitches;
  /** Whether records carry `_links`. @default true since 22R1; inquiries and contract 3 never have them */
  readonly links?: boolean;
  /** @default 'key' */
  readonly order?: RecordOrder;
  /**
   * How the forms behind your own documents behave: as those of the demo company wherever its entities and members are
   * there (totals, statuses, numbers, references, actions), or with numbers and customers of documents only.
   * @default 'demo' for endpoints called Default, 'documents' for others
   */
  readonly rules?: 'demo' | 'documents';
  /** What to do where nobody has seen what the ERP does. */
  readonly assume?: Partial<Assumptions>;
}
