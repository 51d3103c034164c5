import { Entity, knownKeys, referencedEntity } from '@acurecord/metadata';
import type { EntitySchema } from '@acurecord/metadata';
import type { GenerateOptions } from './generate-options.js';
import type { NamingNote } from './naming-note.js';
import type { ActionPlan, ClassPlan, MemberPlan } from './output-plan.js';
import type { EntityUses } from './uses.js';

/** What the classes of an endpoint have in common while their names are chosen. */
export interface Naming {
  /** Class names by entity name. */
  readonly classNames: ReadonlyMap<string, string>;
  readonly uses: ReadonlyMap<string, EntityUses>;
  readonly facts: GenerateOptions['facts'] | undefined;
  /** The endpoint that the classes are made for. */
  readonly endpoint: ClassPlan['endpoint'];
  /** Takes what cannot be taken over as it is. */
  readonly notes: NamingNote[];
}

/** Chooses the names of a class. */
export function planClass(entity: EntitySchema, naming: Naming): ClassPlan {
  const { classNames, uses, notes } = naming;
  const className = classNames.get(entity.name) ?? entity.name;
  const members = planMembers(entity, naming);
  const names = new Set(members.map(({ name }) => name));
  const keys = entity.keys ?? knownKeys(entity.name, names);
  const form = formOf(entity);
  return {
    entity: entity.name,
    className,
    endpoint: naming.endpoint,
    actionsName: actionsName(className, classNames),
    topLevel: entity.topLevel,
    use: entity.use ?? 'record',
    ...(form !== undefined && { form }),
    ...(keys?.every((key) => names.has(key)) === true && { keys }),
    ...(entity.numbering && { numbering: entity.numbering }),
    uses: uses.get(entity.name) ?? { rows: [], links: [] },
    members,
    actions: planActions(entity, names, notes),
  };
}

function actionsName(className: string, classNames: ReadonlyMap<string, string>): string {
  const taken = new Set(classNames.values());
  let name = `${className}Actions`;
  while (taken.has(name)) name += '_';
  return name;
}

function planMembers(entity: EntitySchema, { classNames, notes, facts }: Naming): MemberPlan[] {
  const known = facts?.(entity.name)?.fields ?? {};
  return Object.entries(entity.members).flatMap(([name, schema]) => {
    if (name in Entity.prototype) {
      const note = `Every record has a "${name}" of its own; the field is left out, raw('${name}') reads it.`;
      notes.push({ entity: entity.name, member: name, note });
      return [];
    }
    const target = classNames.get(referencedEntity(schema) ?? '');
    const fact = schema.kind === 'field' && Object.hasOwn(known, name) ? known[name] : undefined;
    return [{ name, schema, ...(target !== undefined && { target }), ...(fact && { fact }) }];
  });
}

/** An action's method starts with a small letter, where that name is free: the rule of classes made at run time too. */
function planActions(entity: EntitySchema, members: ReadonlySet<string>, notes: NamingNote[]): ActionPlan[] {
  return Object.entries(entity.actions).map(([action, { parameters }]) => {
    const method = action.charAt(0).toLowerCase() + action.slice(1);
    if (!(method in Entity.prototype) && !members.has(method)) return { action, method, parameters };
    const note = `"${method}" is taken, so the action has no method: invoke('${action}') calls it.`;
    notes.push({ entity: entity.name, member: action, note });
    return { action, parameters };
  });
}

function formOf({ title, screenId }: EntitySchema): string | undefined {
  if (title === undefined) return screenId;
  return screenId === undefined ? title : `${title} (${screenId})`;
}
