import type { ActionBehaviour } from '../actions/operation.js';
import { defaultAssumptions } from '../assumptions.js';
import type {
  CustomizationItem,
  CustomizationOptions,
  CustomizationProject,
} from '../customization/customization-options.js';
import type { ConnectedApplication } from '../identity/token.js';
import type { TenantOptions, User } from '../identity/user.js';
import type { InquiryOptions, ODataColumn } from '../odata/odata-set.js';
import { featureNames } from '../schema/features.js';
import type { Numbering, SimulatorLimits, SimulatorOptions } from '../simulator-options.js';
import type { PushDestination } from '../steering/push-notifications.js';
import type { BehaviourRule, FailureRule, SteeringRule } from '../steering/steering-rule.js';
import { each, fields } from './option-shape.js';
import type { OptionShape } from './option-shape.js';

const any = 'anything';
const named = (names: readonly string[]): OptionShape => ({
  fields: Object.fromEntries(names.map((name) => [name, any])),
});

const customization = fields<CustomizationOptions>({
  polls: any,
  projects: each(
    fields<CustomizationProject>({
      content: any,
      description: any,
      failWith: any,
      items: each(fields<CustomizationItem>({ key: any, screenId: any, type: any })),
      level: any,
      published: any,
    }),
  ),
});

const applications = each(
  fields<ConnectedApplication>({
    assertionKey: any,
    clientId: any,
    clientSecret: any,
    grants: any,
    redirectUris: any,
    refreshTokens: named(['absoluteDays', 'slidingDays']),
    requirePkce: any,
  }),
);

const inquiries = each(
  fields<InquiryOptions>({
    columns: each(fields<ODataColumn>({ calculated: any, segment: any, title: any, type: any, unbound: any })),
    exposed: any,
    keys: any,
    parameters: any,
    rows: any,
  }),
);

const users = each(
  fields<User>({
    branch: any,
    mustChangePassword: any,
    name: any,
    password: any,
    rights: any,
    seats: any,
    tenants: any,
  }),
);

/** The names that the options of `startSimulator` may have, on every level. */
export const simulatorShape: OptionShape = fields<SimulatorOptions>({
  absent: any,
  actions: each(fields<ActionBehaviour>({ durationMs: any, failWith: any, long: any, opens: any, polls: any })),
  added: any,
  applications,
  assume: named(Object.keys(defaultAssumptions)),
  brokenTenants: any,
  cannotOptimize: any,
  clock: any,
  control: any,
  customEndpoints: any,
  customization,
  data: any,
  features: named(featureNames),
  generated: any,
  host: any,
  ignoresWrites: any,
  inquiries,
  inquiryNeeds: any,
  keys: any,
  languages: any,
  latencyMs: any,
  limits: fields<SimulatorLimits>({ concurrent: any, requestsPerMinute: any, seats: any }),
  links: any,
  lockOutAfter: any,
  numbering: each(fields<Numbering>({ digits: any, field: any, next: any, prefix: any })),
  odataPageSize: any,
  order: any,
  port: any,
  push: each(fields<PushDestination>({ doubled: any, entity: any, header: any, query: any, url: any })),
  release: any,
  replay: any,
  rules: any,
  schema: any,
  seed: any,
  sessionMinutes: any,
  setupMissing: any,
  site: any,
  staleTenants: any,
  tenants: each(fields<TenantOptions>({ branches: any, endpoints: any, name: any })),
  tls: named(['cert', 'key']),
  trackDeleted: any,
  users,
});

const rule: { readonly [Name in keyof Required<SteeringRule>]: OptionShape } = {
  after: any,
  body: any,
  cut: any,
  delayMs: any,
  garbage: any,
  headers: any,
  html: any,
  method: any,
  path: any,
  status: any,
};

/** The names of a rule for the next requests. */
export const failureShape: OptionShape = fields<FailureRule>({ ...rule, times: any });

/** The names of a rule for a share of all requests. */
export const behaviourShape: OptionShape = fields<BehaviourRule>({ ...rule, share: any });
