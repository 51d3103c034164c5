import { spelledName } from '../reading/endpoint.js';
import { labelOf, planRead, plannedField } from '../reading/read-plan.js';
import type { PlannedMember, ReadPlan } from '../reading/read-plan.js';
import { inAnswerOrder } from '../schema/answer-order.js';
import type { EntityModel, Member, SimulatorSchema } from '../schema/schema-model.js';
import { isObject } from './apply-body.js';

type Body = Readonly<Record<string, unknown>>;

/**
 * The plan of a PUT's answer: what was sent comes back in spite of `$select` and `$custom`, on rows too. A collection that
 * was sent and not expanded is `[]`, a linked entity `null`, or a hull around the linked entity that was sent inside it;
 * contract 3 shows both whole.
 */
export function withSent(schema: SimulatorSchema, plan: ReadPlan, bodies: readonly Body[], anyCase: boolean): ReadPlan {
  const { entity } = plan;
  const shown = new Map(plan.members.map((member) => [member.name, member]));
  const hidden = new Map(plan.unselected.map((member) => [member.name, member]));
  const added = new Map<string, PlannedMember>();
  for (const [name, values] of sentMembers(entity, bodies, anyCase)) {
    const member = entity.members.get(name);
    const known = shown.get(name);
    if (member === undefined) continue;
    const planned = plannedMember(schema, [name, member], known ?? hidden.get(name), values, anyCase);
    if (planned !== undefined && planned !== known) added.set(name, planned);
  }
  const custom = withSentCustom(plan.custom, bodies);
  if (added.size === 0 && custom.length === plan.custom.length) return plan;
  const members = inAnswerOrder(entity).flatMap(([name]) => added.get(name) ?? shown.get(name) ?? []);
  return { ...plan, members, custom };
}

/** What bodies hold of each member of the entity. */
function sentMembers(entity: EntityModel, bodies: readonly Body[], anyCase: boolean): Map<string, unknown[]> {
  const sent = new Map<string, unknown[]>();
  for (const body of bodies) {
    for (const [given, value] of Object.entries(body)) {
      const name = anyCase ? spelledName(entity.members, given) : entity.members.has(given) ? given : undefined;
      if (name !== undefined) sent.set(name, [...(sent.get(name) ?? []), value]);
    }
  }
  return sent;
}

function plannedMember(
  schema: SimulatorSchema,
  [name, member]: readonly [string, Member],
  known: PlannedMember | undefined,
  values: readonly unknown[],
  anyCase: boolean,
): PlannedMember | undefined {
  if (member.kind === 'unknown') return known ?? { name, label: labelOf(name), kind: 'unknown' };
  if (member.kind === 'field') return known ?? plannedField(name, member);
  const bodies = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value])).filter(isObject);
  const target = schema.entities.get(member.entity);
  if (target === undefined || (member.kind === 'link' && bodies.length === 0)) return known;
  const { kind } = member;
  if (known?.plan !== undefined) {
    const plan = withSent(schema, known.plan, bodies, anyCase);
    return plan === known.plan ? known : { ...known, plan };
  }
  const label = labelOf(name);
  if (schema.contract < 4) {
    const whole = planRead(schema, target, {}, anyCase);
    return { name, label, kind, plan: withSent(schema, whole, bodies, anyCase) };
  }
  const hull = kind === 'link' ? hullOf(schema, target, bodies, anyCase) : undefined;
  return { name, label, kind, ...(hull === undefined ? {} : { plan: hull }) };
}

/** What is shown of a linked entity for the sake of those that were sent inside it; nothing when there are none. */
function hullOf(
  schema: SimulatorSchema,
  entity: EntityModel,
  bodies: readonly Body[],
  anyCase: boolean,
): ReadPlan | undefined {
  const sent = sentMembers(entity, bodies, anyCase);
  const members = inAnswerOrder(entity).flatMap(([name, member]) => {
    const values = member.kind === 'link' ? sent.get(name) : undefined;
    return values === undefined ? [] : (plannedMember(schema, [name, member], undefined, values, anyCase) ?? []);
  });
  if (members.length === 0) return undefined;
  return { entity, members, unselected: [], custom: [], files: false, isHull: true };
}

/** Custom fields that were sent come back unasked. */
function withSentCustom(asked: ReadPlan['custom'], bodies: readonly Body[]): ReadPlan['custom'] {
  const custom = [...asked];
  for (const body of bodies) {
    const views = Object.entries(body).find(([name]) => name.toLowerCase() === 'custom')?.[1];
    for (const [view, fields] of isObject(views) ? Object.entries(views) : []) {
      for (const field of isObject(fields) ? Object.keys(fields) : []) {
        const isAsked = custom.some(([known, name]) => known === view && (name === field || name === '*'));
        if (!isAsked) custom.push([view, field]);
      }
    }
  }
  return custom;
}
