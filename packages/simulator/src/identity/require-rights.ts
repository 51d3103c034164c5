import type { EntityCall } from '../server/entity-call.js';
import { insufficientRights } from '../server/error-answers.js';
import type { AccessLevel } from './user.js';
import { allows } from './user.js';

/** Whether the caller may do this with the entity's form. */
export function hasRights({ session, entity }: EntityCall, needed: AccessLevel): boolean {
  return allows(session.rights, entity.name, entity.screenId ?? '', needed);
}

/** Lets the request pass when the caller may do this with the entity's form. @throws RequestFault 403 otherwise. */
export function requireRights(call: EntityCall, needed: AccessLevel): void {
  if (hasRights(call, needed)) return;
  const { name, title, screenId = 'SM000000' } = call.entity;
  throw insufficientRights(title ?? name, screenId);
}
