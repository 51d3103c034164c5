/** What a user may do with a form: nothing, look, change, or everything. */
export type AccessLevel = 'none' | 'read' | 'write' | 'delete';

/** Access by form id (`AR303000`) or entity name; `'*'` is every other form. @default everything */
export type Rights = Readonly<Record<string, AccessLevel>>;

/** Somebody who can sign in. */
export interface User {
  readonly name: string;
  readonly password: string;
  /** Tenants the user exists in. @default all */
  readonly tenants?: readonly string[];
  readonly rights?: Rights;
  /** The branch a session starts in when the sign-in names none. @default the tenant's first */
  readonly branch?: string;
  /** The user's own ceiling of sessions at once. @default none */
  readonly seats?: number;
  /** Must set a new password in the browser before an API sign-in works. */
  readonly mustChangePassword?: boolean;
}

/** A tenant as given to `startSimulator`. */
export interface TenantOptions {
  readonly name: string;
  /** @default ['MAIN'] */
  readonly branches?: readonly string[];
  /** The endpoints it has, by name and version (`Default/24.200.001`); all others are not there for it. @default all */
  readonly endpoints?: readonly string[];
}

const levels: readonly AccessLevel[] = ['none', 'read', 'write', 'delete'];

/** Whether rights reach as far as `needed` on a form, known by entity name or screen id. */
export function allows(rights: Rights, entity: string, screenId: string, needed: AccessLevel): boolean {
  const given = Object.entries(rights);
  const named = (name: string): AccessLevel | undefined =>
    given.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  const level = named(entity) ?? named(screenId) ?? named('*') ?? 'delete';
  return levels.indexOf(level) >= levels.indexOf(needed);
}
