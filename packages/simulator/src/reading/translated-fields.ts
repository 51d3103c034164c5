import type { EntityModel } from '../schema/schema-model.js';

/** Forms that keep their description in several languages. */
const translated = new Set(['StockItem', 'NonStockItem', 'TemplateItems', 'ItemClass', 'ItemSalesCategory']);

/**
 * The fields of an entity that have a text in each language of the company. `Translations` is no member: the fields show
 * theirs when `$expand` says so.
 */
export function translatedFields({ name, members }: EntityModel): readonly string[] {
  const description = members.get('Description');
  return translated.has(name) && description?.kind === 'field' && description.type === 'String' ? ['Description'] : [];
}

/** The field whose languages a field of the form lists: `Description` of `Item.DescrTranslations`. */
export function translationListOf(entity: EntityModel, view: string, field: string): string | undefined {
  if (view.toLowerCase() !== 'item' || field.toLowerCase() !== 'descrtranslations') return undefined;
  return translatedFields(entity).find((name) => name === 'Description');
}
