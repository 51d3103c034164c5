import type { Default, EntityRules, Reference, RowRules, RuleBook } from '../demo/entity-rules.js';
import { targetOf } from '../schema/schema-model.js';
import type { EntityModel, SimulatorSchema } from '../schema/schema-model.js';

/** Entities that may stand where rules name another. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  Customer: ['BusinessAccount', 'Vendor'],
  StockItem: ['NonStockItem', 'TemplateItems', 'KitSpecification'],
};

/**
 * The rules of forms for a document of somebody's own: of the entities that it has, as far as it has their members. Its
 * drop-downs may have more values than are known, its goods need not be in stock, and what records were given as is taken
 * as it is.
 */
export function adaptRules(book: RuleBook, schema: SimulatorSchema): RuleBook {
  const adapted = [...book].flatMap(([name, rules]): [string, EntityRules][] => {
    const entity = schema.entities.get(name);
    return entity?.topLevel === true ? [[name, adaptEntity(rules, entity, schema)]] : [];
  });
  return new Map(adapted);
}

function adaptEntity(rules: EntityRules, entity: EntityModel, schema: SimulatorSchema): EntityRules {
  const rows = Object.entries(rules.rows).flatMap(([collection, rule]): [string, RowRules][] => {
    const row = schema.entities.get(targetOf(entity.members.get(collection)) ?? '');
    // Lines of documents may be about no item at all, except those of orders.
    const required = entity.name === 'SalesOrder' ? rule.required : {};
    return row === undefined ? [] : [[collection, adaptRow({ ...rule, required }, row, schema)]];
  });
  const { autoNumber, ...rest } = { ...rules, ...adaptRow(rules, entity, schema) };
  return {
    ...rest,
    ...(autoNumber !== undefined && isField(entity, autoNumber.field) ? { autoNumber } : {}),
    rows: Object.fromEntries(rows),
    trustsGiven: true,
  };
}

const isField = ({ members }: EntityModel, name: string): boolean => members.get(name)?.kind === 'field';

function adaptRow(rules: RowRules, entity: EntityModel, schema: SimulatorSchema): RowRules {
  const own = <V>(all: Readonly<Record<string, V>>): [string, V][] =>
    Object.entries(all).filter(([name]) => isField(entity, name));
  const references = own(rules.references).map(([name, reference]): [string, Reference] => [name, widened(reference)]);
  const defaults = own(rules.defaults).map(([name, value]): [string, Default] => {
    const reference = references.find(([field]) => field === name)?.[1];
    return [name, reference === undefined ? value : existing(value, reference, schema)];
  });
  return {
    required: Object.fromEntries(own(rules.required)),
    defaults: Object.fromEntries(defaults),
    references: Object.fromEntries(references),
    calculated: rules.calculated,
    choices: Object.fromEntries(own(rules.choices)),
    openChoices: true,
  };
}

const widened = (reference: Reference): Reference => ({ ...reference, orElse: standIns[reference.entity] ?? [] });

/** A default that names a record, as one that there is: where it is not, the first there is. */
function existing(value: Default, { entity, keys }: Reference, schema: SimulatorSchema): Default {
  return (record, world, parent) => {
    const wanted = typeof value === 'function' ? value(record, world, parent) : value;
    const [first] = schema.entities.has(entity) ? world.all(entity) : [];
    if (wanted === null || first === undefined) return wanted;
    if (world.find(entity, ...(keys?.(wanted, record) ?? [wanted])) !== undefined) return wanted;
    const key = schema.entities.get(entity)?.keys.at(-1);
    return key === undefined ? null : (first.fields.get(key) ?? null);
  };
}
