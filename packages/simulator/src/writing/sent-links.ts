import type { PlannedMember, ReadPlan } from '../reading/read-plan.js';
import { spelledName } from '../reading/endpoint.js';
import { isObject } from './apply-body.js';

type Body = Readonly<Record<string, unknown>>;

/**
 * The plan of a PUT's answer where linked entities that were sent inside an expanded one, and are not expanded
 * themselves, are shown as `null`.
 */
export function withSentLinks(plan: ReadPlan, body: Body, isTop = true): ReadPlan {
  const sent = new Map(Object.entries(body).map(([name, value]) => [spelledName(plan.entity.members, name), value]));
  const shown = new Map(plan.members.map((member) => [member.name, member]));
  const members = [...plan.entity.members].flatMap(([name, { kind }]): PlannedMember[] => {
    const known = shown.get(name);
    const value = sent.get(name);
    if (known === undefined) return kind === 'link' && !isTop && isObject(value) ? [nothing(name)] : [];
    return [
      known.plan === undefined || !isObject(value)
        ? known
        : { ...known, plan: withSentLinks(known.plan, value, false) },
    ];
  });
  return { ...plan, members };
}

/** A linked entity without a plan is written as `null`. */
const nothing = (name: string): PlannedMember => ({ name, label: `${JSON.stringify(name)}:`, kind: 'link' });
