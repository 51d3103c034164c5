import { OperationRegistry } from './actions/operation-registry.js';
import type { Assumptions } from './assumptions.js';
import { defaultAssumptions } from './assumptions.js';
import { CustomizationDesk } from './customization/customization-desk.js';
import type { RuleBook } from './demo/entity-rules.js';
import { FileCabinet } from './files/file-cabinet.js';
import { CurrentLimits } from './identity/current-limits.js';
import { LockOuts } from './identity/lock-outs.js';
import { SessionRegistry } from './identity/session-registry.js';
import { SerialTurns } from './identity/serial-turns.js';
import type { ConnectedApplication } from './identity/token.js';
import { TokenRegistry } from './identity/token-registry.js';
import { Turnstile } from './identity/turnstile.js';
import { fullTenant } from './identity/tenant.js';
import type { Tenant } from './identity/tenant.js';
import type { User } from './identity/user.js';
import { loadCompany } from './load-company.js';
import type { Company } from './load-company.js';
import type { Endpoint } from './reading/endpoint.js';
import { demoInquiries } from './odata/demo-inquiries.js';
import { knownTables } from './odata/tables/known-tables.js';
import { inquiryFromOptions } from './odata/inquiry-from-options.js';
import type { ODataSet } from './odata/odata-set.js';
import { PushNotifications } from './steering/push-notifications.js';
import { Replay } from './recording/replay.js';
import { RequestLog } from './steering/request-log.js';
import { SimulatorClock } from './steering/simulator-clock.js';
import { Steering } from './steering/steering.js';
import type { Release, SimulatorOptions } from './simulator-options.js';
import { releases } from './simulator-options.js';
import { RecordIds } from './store/record-ids.js';
import { documentRules } from './writing/document-rules.js';

/** Everything one simulated site knows between two requests; `reset` makes a new one. */
export interface Instance {
  readonly options: SimulatorOptions;
  readonly assume: Assumptions;
  readonly release: Release;
  /** `http://127.0.0.1:49152` */
  readonly origin: string;
  /** Site prefix without a slash at its end. */
  readonly site: string;
  /** In which texts are kept, the company's own first. */
  readonly languages: readonly string[];
  readonly limits: CurrentLimits;
  readonly clock: SimulatorClock;
  readonly ids: RecordIds;
  readonly users: readonly User[];
  /** By lower-case name. */
  readonly tenants: ReadonlyMap<string, Tenant>;
  /** By lower-case `name/version`. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Adds an endpoint by its definition, or puts it in place of the one with its name and version. */
  readonly install: Company['install'];
  /** How the forms behave. */
  readonly rules: RuleBook;
  /** What is true of documents that nobody has made. */
  readonly plainRules: RuleBook;
  /** Generic inquiries exposed by OData. */
  readonly inquiries: readonly ODataSet[];
  /** Database tables exposed by OData. */
  readonly tables: readonly ODataSet[];
  readonly sessions: SessionRegistry;
  readonly lockOuts: LockOuts;
  readonly turnstile: Turnstile;
  readonly applications: readonly ConnectedApplication[];
  readonly tokens: TokenRegistry;
  readonly serialTurns: SerialTurns;
  readonly log: RequestLog;
  readonly steering: Steering;
  readonly operations: OperationRegistry;
  readonly push: PushNotifications;
  readonly customization: CustomizationDesk;
  /** Answers everything, when a recording is served. */
  readonly replay: Replay | undefined;
}

const defaultUsers: readonly User[] = [{ name: 'admin', password: 'admin-secret' }];

/** Whether a release is `other` or a later one. */
export function isSince(release: Release, other: Release): boolean {
  return releases.indexOf(release) >= releases.indexOf(other);
}

/** Sets up a site: its tenants with their data, its users, nobody signed in. */
export function createInstance(options: SimulatorOptions, origin: string): Instance {
  const clock = new SimulatorClock(options.clock);
  const ids = new RecordIds(options.seed ?? 1);
  const site = (options.site ?? '').replace(/(?<!\/)\/+$/, '');
  const company = loadCompany(options, ids, clock, `${origin}${site}`);
  const limits = new CurrentLimits(options.limits);
  const push = new PushNotifications(options.push ?? [], clock);
  const tenants = openTenants(options, company, push);
  return {
    options,
    assume: { ...defaultAssumptions, ...options.assume },
    release: company.release,
    site,
    languages: options.languages ?? ['en'],
    limits,
    clock,
    ids,
    users: options.users ?? defaultUsers,
    tenants,
    customization: new CustomizationDesk(options.customization ?? {}, tenants, clock),
    push,
    replay: options.replay === undefined ? undefined : new Replay(options.replay),
    endpoints: company.endpoints,
    install: company.install,
    rules: company.rules,
    plainRules: documentRules,
    inquiries: exposedInquiries(options),
    tables: knownTables((name) => [...company.endpoints.values()].some(({ schema }) => schema.entities.has(name))),
    sessions: new SessionRegistry(clock, (options.sessionMinutes ?? 10) * 60_000),
    lockOuts: new LockOuts(options.lockOutAfter ?? 10),
    applications: options.applications ?? [],
    tokens: new TokenRegistry(clock),
    serialTurns: new SerialTurns(),
    turnstile: new Turnstile(clock, limits),
    log: new RequestLog(clock),
    steering: new Steering(ids, options.latencyMs),
    operations: new OperationRegistry(clock),
    origin,
  };
}

/** Those of the demo company, where that is served, and those that were given. */
function exposedInquiries({ schema, inquiries = {} }: SimulatorOptions): ODataSet[] {
  const given = Object.entries(inquiries)
    .filter(([, { exposed = true }]) => exposed)
    .map(([name, inquiry]) => inquiryFromOptions(name, inquiry));
  return [...(schema === undefined ? demoInquiries : []), ...given];
}

/** The tenants by lower-case name, each with data of its own. */
function openTenants(
  { tenants = ['Company'] }: SimulatorOptions,
  company: Company,
  push: PushNotifications,
): Map<string, Tenant> {
  const opened = new Map<string, Tenant>();
  for (const { name, ...rest } of tenants.map(fullTenant)) {
    const store = company.store();
    store.onChange = (entity, change) => {
      push.tell(name, entity, change);
    };
    opened.set(name.toLowerCase(), { ...rest, name, store, files: new FileCabinet() });
  }
  return opened;
}
