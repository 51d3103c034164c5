import type { EndpointSchema, EntitySchema, MemberSchema } from './endpoint-schema.js';

/** A difference between two endpoints. */
export interface SchemaChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** `SalesOrder`, `SalesOrder.OrderTotal`, `SalesOrder.ReleaseSalesOrder()` or `SalesOrder.CreateShipment(WarehouseID)`. */
  readonly path: string;
  readonly of: 'entity' | 'field' | 'link' | 'details' | 'unknown' | 'action' | 'parameter';
  /** What it was, such as `Decimal`; absent when added. */
  readonly before?: string;
  /** What it is now; absent when removed. */
  readonly after?: string;
}

/** All differences, and those that break a program. */
export interface SchemaDiff {
  readonly added: readonly SchemaChange[];
  readonly removed: readonly SchemaChange[];
  readonly changed: readonly SchemaChange[];
  /**
   * Removed and changed things that are used: those named in `uses` (`SalesOrder`, `SalesOrder.OrderTotal`,
   * `SalesOrder.ReleaseSalesOrder`), or all of them where no list was given.
   */
  readonly breaking: readonly SchemaChange[];
}

interface Thing {
  readonly of: SchemaChange['of'];
  readonly says: string;
}

/** What is new, gone or different in `b` against `a`, and what of it breaks code that uses the given members. */
export function diffSchemas(a: EndpointSchema, b: EndpointSchema, uses?: readonly string[]): SchemaDiff {
  const [before, after] = [thingsOf(a), thingsOf(b)];
  const added = [...after]
    .filter(([path]) => isNew(path, before))
    .map(([path, { of, says }]): SchemaChange => ({ kind: 'added', path, of, after: says }));
  const removed = [...before]
    .filter(([path]) => isNew(path, after))
    .map(([path, { of, says }]): SchemaChange => ({ kind: 'removed', path, of, before: says }));
  const changed = [...before].flatMap(([path, { says }]): SchemaChange[] => {
    const now = after.get(path);
    return now === undefined || now.says === says
      ? []
      : [{ kind: 'changed', path, of: now.of, before: says, after: now.says }];
  });
  const used = uses === undefined ? undefined : new Set(uses);
  const breaking = [...removed, ...changed].filter(({ path }) => used === undefined || isUsed(path, used));
  return { added, removed, changed, breaking };
}

function sayMember(member: MemberSchema): string {
  if (member.kind === 'field') return member.type;
  return member.kind === 'unknown' ? `unknown ${JSON.stringify(member.shape)}` : `${member.kind} of ${member.entity}`;
}

/** Not there, while what it belongs to is: the members of a new entity are no news of their own. */
function isNew(path: string, others: ReadonlyMap<string, Thing>): boolean {
  const parent = parentOf(path);
  return !others.has(path) && (parent === undefined || others.has(parent));
}

function parentOf(path: string): string | undefined {
  if (!path.includes('.')) return undefined;
  const open = path.indexOf('(');
  return open >= 0 && !path.endsWith('()') ? `${path.slice(0, open)}()` : path.slice(0, path.indexOf('.'));
}

function isUsed(path: string, used: ReadonlySet<string>): boolean {
  const [bare = path] = path.split('(', 1);
  const isEntity = !path.includes('.');
  return used.has(path) || used.has(bare) || (isEntity && [...used].some((name) => name.startsWith(`${path}.`)));
}

function thingsOf({ entities }: EndpointSchema): Map<string, Thing> {
  return new Map(
    Object.values(entities).flatMap((entity) => [
      [entity.name, { of: 'entity', says: entity.topLevel ? 'top-level' : 'part' }] as const,
      ...partsOf(entity),
    ]),
  );
}

function partsOf({ name, members, actions }: EntitySchema): [string, Thing][] {
  return [
    ...Object.entries(members).map(([member, definition]): [string, Thing] => [
      `${name}.${member}`,
      {
        of: definition.kind,
        says: sayMember(definition),
      },
    ]),
    ...Object.entries(actions).flatMap(([action, { parameters }]): [string, Thing][] => [
      [`${name}.${action}()`, { of: 'action', says: 'action' }],
      ...Object.entries(parameters).map(([parameter, type]): [string, Thing] => [
        `${name}.${action}(${parameter})`,
        { of: 'parameter', says: type },
      ]),
    ]),
  ];
}
