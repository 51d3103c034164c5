/** What a member of an order must be, and how to say so. */
type Check = readonly [fits: (value: unknown) => boolean, words: string];
type Checks = Readonly<Record<string, Check>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isWhole = (value: unknown, from: number, to = Infinity): boolean =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
const oneOf = (...names: readonly string[]): Check => [
  (value) => names.some((name) => name === value),
  `one of ${names.join(', ')}`,
];

const text: Check = [isText, 'text'];
const flag: Check = [(value) => typeof value === 'boolean', 'true or false'];
const amount: Check = [(value) => typeof value === 'number' && Number.isFinite(value) && value >= 0, 'a number from 0'];
const times: Check = [(value) => isWhole(value, 1), 'a whole number from 1'];
const match: Checks = {
  method: [(value) => isText(value) || (Array.isArray(value) && value.every(isText)), 'a verb or a list of them'],
  path: [isText, 'a piece of the path'],
};
const scope: Checks = { ...match, times };
const rule: Checks = {
  ...match,
  status: [(value) => isWhole(value, 200, 599), 'a status from 200 to 599'],
  body: [() => true, 'anything'],
  headers: [(value) => isObject(value) && Object.values(value).every(isText), 'an object of texts'],
  after: oneOf('request', 'commit', 'half-body'),
  cut: oneOf('close', 'reset'),
  delayMs: amount,
  garbage: flag,
  html: flag,
};
const share: Check = [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'];

/** What can be ordered under `/_simulator/…`, and the members each order may have. */
const orders: Readonly<Record<string, Checks>> = {
  'fail-next': { ...rule, times },
  behave: { rules: [(value) => Array.isArray(value) && value.every(isObject), 'a list of rules'] },
  advance: { ms: amount },
  throttle: { ...scope, retryAfterSeconds: amount },
  slow: { ms: amount },
  'expire-sessions': { user: text },
  'drop-after-commit': scope,
  conflict: scope,
  'drop-request': scope,
  limit: { seats: amount, concurrent: amount, requestsPerMinute: amount },
  'clear-faults': {},
  reset: {},
  snapshot: {},
  restore: { snapshot: amount },
};

/** Every order with the names of its members, for whoever asks what there is. */
export const orderMembers: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(orders).map(([order, members]) => [order, Object.keys(members)]),
);

/**
 * Finds slips that a compiler would have found: callers in other languages have none for these.
 * @throws Error that names the slip
 */
export function checkOrder(order: string, body: Readonly<Record<string, unknown>>): void {
  check(order, body, orders[order] ?? {});
  if (order !== 'behave') return;
  for (const one of (body['rules'] ?? []) as readonly Readonly<Record<string, unknown>>[])
    check('a rule of behave', one, { ...rule, share });
}

function check(order: string, body: Readonly<Record<string, unknown>>, members: Checks): void {
  for (const [name, value] of Object.entries(body)) {
    const [fits, words] = Object.hasOwn(members, name) ? (members[name] ?? []) : [];
    if (fits === undefined) {
      const known = Object.keys(members);
      throw new Error(
        `${order} has no member "${name}"; ${known.length === 0 ? 'it has none' : `there are ${known.join(', ')}`}.`,
      );
    }
    if (!fits(value)) throw new Error(`"${name}" of ${order} is ${words ?? ''}, not ${JSON.stringify(value)}.`);
  }
}
