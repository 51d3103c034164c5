import { inAnswerOrder } from '../schema/answer-order.js';
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
  readonly kind: 'field' | 'link' | 'details' | 'unknown';
  readonly type?: FieldType;
  /** Of contract 5. */
  readonly shape?: FieldMember['shape'];
  /** A text that is shown in all languages. */
  readonly translated?: true;
  /** Of the linked entity or the rows; without one, a linked entity is `null` and a collection is `[]`. */
  readonly plan?: ReadPlan;
}

/** Which parts of an entity's records an answer shows, in the order answers have. */
export interface ReadPlan {
  readonly entity: EntityModel;
  readonly members: readonly PlannedMember[];
  /** What `$expand` names and `$select` leaves out, without fields: it is shown where a request has sent it. */
  readonly unselected: readonly PlannedMember[];
  /** Of a linked entity that is shown only for what it holds: without note. */
  readonly isHull?: boolean;
  /** View and field of each custom field asked for; `'*'` is every stored one of the view. */
  readonly custom: readonly (readonly [view: string, field: string])[];
  readonly files: boolean;
}

/** The raw query options that shape records. */
export interface ShapeOptions {
  readonly select?: string | undefined;
  readonly expand?: string | undefined;
  readonly custom?: string | undefined;
  /** Paths that are shown though `$select` leaves them out. */
  readonly also?: readonly string[];
}

const own = new Set(['id', 'rownumber', 'note', 'custom', 'files', '_links', 'error', 'translations']);

interface Trees {
  readonly select: NameTree | undefined;
  readonly expand: NameTree;
  readonly custom: NameTree;
  readonly also: NameTree;
  /** Of contract 5: `$select` by the lower-case path of what is expanded. */
  readonly nested: ReadonlyMap<string, NameTree>;
  /** Where in the answer this level is: `details/`. */
  readonly path: string;
}

/** Plans are made once: clients ask for the same shapes over and over. */
const plansOf = new WeakMap<EntityModel, Map<string, ReadPlan>>();
const mostPlans = 100;

/**
 * Plans an answer. Nothing is expanded unless `$expand` names it; with `$select`, only what it names is shown, on each
 * level of which it names a member.
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
  const key = JSON.stringify([options.select, options.expand, options.custom, options.also, anyCase]);
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
    also: readNameTree((options.also ?? []).join(',')),
  };
  return planEntity(schema, entity, trees, anyCase);
}

/** A `$select` that shows nothing. */
const nothing: NameTree = new Map([['id', new Map<string, NameTree>()]]);
const noNames: NameTree = new Map<string, NameTree>();

/** A `$select` narrows a level of which it names a member; one that names paths further down only does not. */
const narrows = (select: NameTree): boolean => select.size === 0 || [...select.values()].some(({ size }) => size === 0);

function planEntity(schema: SimulatorSchema, entity: EntityModel, trees: Trees, anyCase: boolean): ReadPlan {
  const spelled = (tree: NameTree): NameTree =>
    new Map([...tree].map(([name, branch]) => [spelling(entity, name, anyCase), branch]));
  const select = trees.select === undefined ? undefined : spelled(trees.select);
  const expand = expandedTree(entity, trees.expand, anyCase);
  const also = spelledTree(entity, trees.also, anyCase);
  const isChosen = (name: string): boolean =>
    select === undefined || !narrows(select) || select.has(name) || also.has(name);
  const isAsked = (word: string): boolean => expand.has(word) && isChosen(word);
  const translated = isAsked('translations') ? translatedFields(entity) : [];
  const members: PlannedMember[] = [];
  const unselected: PlannedMember[] = [];
  for (const [name, member] of inAnswerOrder(entity)) {
    if (member.kind === 'field') {
      if (isChosen(name))
        members.push({ ...plannedField(name, member), ...(translated.includes(name) && { translated: true }) });
      continue;
    }
    if (member.kind === 'unknown') {
      if (isChosen(name)) members.push({ name, label: labelOf(name), kind: 'unknown' });
      continue;
    }
    const nested = expand.get(name);
    const target = schema.entities.get(member.entity);
    if (nested === undefined || target === undefined) continue;
    const inner = {
      ...treesBelow(trees, name, isChosen(name) ? select?.get(name) : nothing),
      expand: nested,
      also: also.get(name) ?? noNames,
    };
    const planned = { name, label: labelOf(name), kind: member.kind, plan: planEntity(schema, target, inner, anyCase) };
    (isChosen(name) ? members : unselected).push(planned);
  }
  const files = schema.contract < 4 || isAsked('files');
  return { entity, members, unselected, custom: customFields(trees), files };
}

/** What is asked for of a member's own level; `chosen` is what `$select` names below it. */
function treesBelow(
  { nested, path: above, custom }: Trees,
  name: string,
  chosen: NameTree | undefined,
): Pick<Trees, 'nested' | 'path' | 'select' | 'custom'> {
  const path = above + name.toLowerCase();
  const select = chosen === undefined || chosen.size === 0 ? nested.get(path) : chosen;
  return { nested, path: `${path}/`, select, custom: custom.get(name) ?? noNames };
}

/** A name as it stands in an answer, with its colon. */
export const labelOf = (name: string): string => `${JSON.stringify(name)}:`;

/** A field that is shown. */
export function plannedField(name: string, { type, shape }: FieldMember): PlannedMember {
  return { name, label: labelOf(name), kind: 'field', type, ...(shape === undefined ? {} : { shape }) };
}

/** What `$expand` names: members, and words that mean something in every record; it may name what does not exist. */
function expandedTree(entity: EntityModel, tree: NameTree, anyCase: boolean): NameTree {
  const words = [...tree]
    .filter(([name]) => own.has(name.toLowerCase()))
    .map(([name, branch]) => [name.toLowerCase(), branch] as const);
  return new Map([...words, ...spelledTree(entity, tree, anyCase)]);
}

/** The names of a tree as the entity spells them, without those it does not have. */
function spelledTree(entity: EntityModel, tree: NameTree, anyCase: boolean): NameTree {
  const known = [...tree].flatMap(([name, branch]): [string, NameTree][] => {
    const spelledSo = anyCase ? spelledName(entity.members, name) : name;
    return spelledSo === undefined ? [] : [[spelledSo, branch]];
  });
  return new Map(known);
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
