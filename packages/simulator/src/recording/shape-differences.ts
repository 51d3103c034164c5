/** Where two bodies differ in shape: members, their order and their kinds, not their values. Lists by their first rows. */
export function shapeDifferences(recorded: unknown, answered: unknown, path = ''): string[] {
  const [wanted, found] = [kindOf(recorded), kindOf(answered)];
  const here = path === '' ? 'the body' : path;
  if (wanted !== found) return [`${here} is ${found}, recorded as ${wanted}`];
  if (Array.isArray(recorded) && Array.isArray(answered)) {
    if (recorded.length === 0 || answered.length === 0) {
      return recorded.length === answered.length
        ? []
        : [`${here} has ${answered.length} rows, recorded ${recorded.length}`];
    }
    return shapeDifferences(recorded[0], answered[0], `${path}[0]`);
  }
  if (!isObject(recorded) || !isObject(answered)) return [];
  const [names, others] = [Object.keys(recorded), Object.keys(answered)];
  const missing = names.filter((name) => !others.includes(name)).map((name) => `${path}.${name} is missing`);
  const added = others.filter((name) => !names.includes(name)).map((name) => `${path}.${name} was not recorded`);
  const common = names.filter((name) => others.includes(name));
  const isOrdered = common.join('\n') === others.filter((name) => names.includes(name)).join('\n');
  const order = isOrdered ? [] : [`the members of ${here} are in another order`];
  const below = common.flatMap((name) => shapeDifferences(recorded[name], answered[name], `${path}.${name}`));
  return [...missing, ...added, ...order, ...below];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
