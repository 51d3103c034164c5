import { AcumaticaConfigError } from '@acurecord/errors';
import { InquiryQuery } from '@acurecord/metadata';
import type { EntityClient, InquirySchema, ODataSchema } from '@acurecord/metadata';
import { nearMatches } from '../introspection/near-matches.js';
import { LazyDac } from './lazy-dac.js';

const rowTypes = new WeakMap<ODataSchema, ReadonlyMap<string, InquirySchema>>();

/** The data access class of a name: `SOOrder`, `PX_Objects_SO_SOOrder`, or by its title, `SalesOrder`. */
export function dataClass(client: EntityClient, metadata: () => Promise<ODataSchema>, name: string): LazyDac {
  const described = async (): Promise<{ schema: ODataSchema; inquiry: InquirySchema }> => {
    const schema = await metadata();
    return { schema, inquiry: findClass(schema, name) };
  };
  return new LazyDac({
    client,
    schema: async () => (await described()).inquiry,
    query: async () => {
      const { schema, inquiry } = await described();
      return new InquiryQuery({ inquiry, source: 'dac', client, rowsOfType: (type) => typesOf(schema).get(type) });
    },
  });
}

/** @throws AcumaticaConfigError with near matches */
function findClass({ inquiries }: ODataSchema, name: string): InquirySchema {
  const exact = Object.hasOwn(inquiries, name) ? inquiries[name] : undefined;
  const lower = name.replaceAll('.', '_').toLowerCase();
  const found = exact ?? Object.values(inquiries).find((inquiry) => inquiry.name.toLowerCase() === lower);
  if (found !== undefined) return found;
  throw new AcumaticaConfigError(
    `There is no data access class ${JSON.stringify(name)} over OData${nearMatches(name, Object.keys(inquiries))}.`,
    { suggestions: ['Check that the user has access rights to the forms of the class.'] },
  );
}

/** Several sets are of one type; any of them describes its rows. */
function typesOf(schema: ODataSchema): ReadonlyMap<string, InquirySchema> {
  const known = rowTypes.get(schema);
  if (known !== undefined) return known;
  const types = new Map(Object.values(schema.inquiries).map((inquiry) => [inquiry.type ?? inquiry.name, inquiry]));
  rowTypes.set(schema, types);
  return types;
}
