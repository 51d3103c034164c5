import type { EntityModel, FieldMember, FieldType, SimulatorSchema } from '../schema/schema-model.js';
import { unknownName } from '../server/error-answers.js';
import { spelledName } from './endpoint.js';
import { translatedFields } from './translated-fields.js';
import type { NameTree } from './name-tree.js';
import { readNameTree } from './name-tree.js';
import { readNestedExpand } from './nested-expand.js';

/** One member that an answer shows, with its name ready to be written. */
export interface PlannedMember {
  readonly name: string;
  /** `"CustomerID":` */
  readonly label: string;
  readonly kind: 'field' | 'link' | 'details';
  readonly type?: FieldType;
  /** Of contract 5. */
  readonly shape?: FieldMember['shape'];
  /** A text that is shown in all languages. */
  readonly translated?: true;
  /** Of the linked entity or the rows. */
  readonly plan?: ReadPlan;
}

/** Which parts of an entity's records an answer shows, in the order of the contract. */
export interface ReadPlan {
  readonly entity: EntityModel;
  readonly members: readonly PlannedMember[];
  /** View and field of each custom field asked for; `'*'` is every stored one of the view. */
  readonly custom: readonly (readonly [view: string, field: string])[];
  readonly files: boolean;
}

/** The raw query options that shape records. */
export interface ShapeOptions {
  readonly select?: string | undefined;
  readonly expand?: string | undefined;
  readonly custom?: string | undefined;
}

const own = new Set(['id', 'rownumber', 'note', 'custom', 'files', '_links', 'error', 'translations']);

interface Trees {
  readonly select: NameTree | undefined;
  readonly expand: NameTree;
  readonly custom: NameTree;
  /** Of contract 5: `$select` by the lower-case path of what is expanded. */
  readonly nested: ReadonlyMap<string, NameTree>;
  /** Where in the answer this level is: `details/`. */
  readonly path: string;
}

/** Plans are made once: clients ask for the same shapes over and over. */
const plansOf = new WeakMap<EntityModel, Map<string, ReadPlan>>();
const mostPlans = 100;

/**
 * Plans an answer. Nothing is expanded unless `$expand` names it; with `$select`, only what it names is shown.
 * @throws RequestFault 500 for names the entity does not have.
 */
export function planRead(
  schema: SimulatorSchema,
  entity: EntityModel,
  options: ShapeOptions,
  anyCase = true,
): ReadPlan {
  const plans = plansOf.get(entity) ?? new Map<string, ReadPlan>();
  plansOf.set(entity, plans);
  const key = JSON.stringify([options.select, options.expand, options.custom, anyCase]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = newPlan(schema, entity, options, anyCase);
  if (plans.size >= mostPlans) plans.clear();
  plans.set(key, plan);
  return plan;
}

function newPlan(schema: SimulatorSchema, entity: EntityModel, options: ShapeOptions, anyCase: boolean): ReadPlan {
  // Contract 5 nests options in $expand; before, parentheses mean nothing.
  const nested = schema.contract >= 5 ? readNestedExpand(options.expand ?? '') : undefined;
  const trees = {
    nested: nested?.selects ?? new Map<string, NameTree>(),
    path: '',
    select: options.select === undefined || options.select.trim() === '' ? undefined : readNameTree(options.select),
    expand: readNameTree(nested?.paths ?? options.expand ?? ''),
    custom: readNameTree(options.custom ?? ''),
  };
  return planEntity(schema, entity, trees, anyCase);
}

function planEntity(schema: SimulatorSchema, entity: EntityModel, trees: Trees, anyCase: boolean): ReadPlan {
  const spelled = (tree: NameTree): NameTree =>
    new Map([...tree].map(([name, branch]) => [spelling(entity, name, anyCase), branch]));
  const select = trees.select === undefined ? undefined : spelled(trees.select);
  const expand = spelled(trees.expand);
  const isChosen = (word: string): boolean => expand.has(word) && (select === undefined || select.has(word));
  const translated = isChosen('translations') ? translatedFields(entity) : [];
  const members: PlannedMember[] = [];
  for (const [name, member] of entity.members) {
    const chosen = select?.get(name);
    if (select !== undefined && chosen === undefined) continue;
    const label = `${JSON.stringify(name)}:`;
    if (member.kind === 'field') {
      const { type, shape } = member;
      const more = { ...(shape && { shape }), ...(translated.includes(name) && { translated: true as const }) };
      members.push({ name, label, kind: 'field', type, ...more });
      continue;
    }
    const nested = expand.get(name);
    const target = schema.entities.get(member.entity);
    if (nested === undefined || target === undefined) continue;
    const path = trees.path + name.toLowerCase();
    const inner = {
      nested: trees.nested,
      path: `${path}/`,
      select: chosen === undefined || chosen.size === 0 ? trees.nested.get(path) : chosen,
      expand: nested,
      custom: trees.custom.get(name) ?? new Map<string, NameTree>(),
    };
    members.push({ name, label, kind: member.kind, plan: planEntity(schema, target, inner, anyCase) });
  }
  return { entity, members, custom: customFields(trees), files: isChosen('files') };
}

/** A member's own spelling. @throws RequestFault for a name that is neither a member nor common to all records. */
function spelling(entity: EntityModel, name: string, anyCase: boolean): string {
  const known = anyCase ? spelledName(entity.members, name) : entity.members.has(name) ? name : undefined;
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  if (own.has(lower) || lower.startsWith('custom.')) return lower;
  throw unknownName();
}

function customFields({ custom, select }: Trees): (readonly [string, string])[] {
  const asked = [...custom].filter(([, branch]) => branch.size === 0).map(([path]) => path);
  const selected = [...(select?.keys() ?? [])].filter((name) => name.toLowerCase().startsWith('custom.'));
  const paths = [...asked, ...selected.map((name) => name.slice('custom.'.length))];
  return paths.map((path) => {
    const dot = path.indexOf('.');
    return dot < 0 ? [path, '*'] : [path.slice(0, dot), path.slice(dot + 1)];
  });
}
