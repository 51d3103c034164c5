import type { pluralize } from 'inflection';

/** Plurals that no grammar knows. */
const OVERRIDES: Readonly<Record<string, string>> = {
  CompaniesStructure: 'companiesStructure',
  EmailProcessing: 'emailProcessing',
  InventoryQuantityAvailable: 'inventoryQuantitiesAvailable',
  ShipVia: 'shipVias',
  UnitsOfMeasure: 'unitsOfMeasure',
};

/** The name under which a client offers the service of an entity: `SalesOrder` → `salesOrders`, `FOBPoint` → `fobPoints`. */
export function serviceName(entity: string, plural: typeof pluralize): string {
  if (Object.hasOwn(OVERRIDES, entity)) return OVERRIDES[entity] ?? entity;
  const camel = entity.replace(/^(?:[A-Z]+(?=[A-Z][a-z]|\d|_|$)|[A-Z])/, (head) => head.toLowerCase());
  // eslint-disable-next-line regexp/no-super-linear-move -- a document's names have at most 256 letters
  return camel.replace(/(?:[A-Z]?[a-z]+|[A-Z]+)$/, (word) => plural(word));
}
