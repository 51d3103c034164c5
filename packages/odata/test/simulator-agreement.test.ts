import { bindCondition, compileFilter, contractDialect, odataV3Dialect, odataV4Dialect } from '@acurecord/odata';
import fc from 'fast-check';
import { compilePredicate } from '../../simulator/src/filter/compile-predicate.js';
import type { FieldAccess, FieldResolver } from '../../simulator/src/filter/field-access.js';
import * as simulated from '../../simulator/src/filter/filter-dialect.js';
import type { FilterDialect } from '../../simulator/src/filter/filter-dialect.js';
import { parseFilter } from '../../simulator/src/filter/parse-filter.js';
import { propertyRuns, variantRuns } from './property-runs.js';
import {
  contractConditions,
  describeRow,
  describeZoneless,
  odataV3Conditions,
  odataV4Conditions,
  rows,
} from './random-condition.js';
import type { Row } from './random-condition.js';

const accesses: Readonly<Record<string, FieldAccess<Row>>> = {
  Name: { type: 'String', read: (row) => row.Name },
  Code: { type: 'String', read: (row) => row.Code },
  Total: { type: 'Decimal', read: (row) => row.Total },
  Qty: { type: 'Int', read: (row) => row.Qty },
  Rate: { type: 'Double', read: (row) => row.Rate },
  Active: { type: 'Boolean', read: (row) => row.Active },
  When: { type: 'DateTime', read: (row) => row.When },
  Ref: { type: 'Guid', read: (row) => row.Ref },
  'Contact/City': { type: 'String', read: (row) => row.City },
  'Document.UsrScore': { type: 'Decimal', read: (row) => row.Score },
};

const resolve: FieldResolver<Row> = (field) => {
  const name = field.kind === 'custom' ? `${field.view}.${field.field}` : field.path.join('/');
  const access = accesses[name];
  if (!access) throw new Error(`no field ${name}`);
  return access;
};

/** What the simulator takes from the rows for a text of `$filter`; it has a parser and a database of its own. */
function selectedByServer(text: string, table: readonly Row[], dialect: FilterDialect): readonly Row[] {
  return table.filter(compilePredicate(parseFilter(text, dialect), resolve, dialect));
}

const tables = fc.array(rows, { minLength: 1, maxLength: 8 });
it('selects on a contract endpoint exactly the rows that satisfy the condition', () => {
  fc.assert(
    fc.property(contractConditions, tables, ({ condition, holds }, table) => {
      const text = compileFilter(condition, contractDialect);
      const selected = selectedByServer(text, table, simulated.contractDialect);
      expect(selected).toEqual(table.filter((row) => holds(row) === true));
    }),
    propertyRuns,
  );
});

it('selects in OData v4 exactly the rows that satisfy the condition', () => {
  fc.assert(
    fc.property(odataV4Conditions, tables, ({ condition, holds }, table) => {
      const text = compileFilter(condition, odataV4Dialect);
      const selected = selectedByServer(text, table, simulated.odataV4Dialect);
      expect(selected).toEqual(table.filter((row) => holds(row) === true));
    }),
    propertyRuns,
  );
});

it.each([
  ['without a zone', describeZoneless, 'Edm.DateTime'],
  ['with a zone', describeRow, 'Edm.DateTimeOffset'],
] as const)(
  'selects in OData v3, of a service that keeps dates %s and converts no types, exactly those rows',
  (_name, describe, dateType) => {
    const dialect = { ...simulated.odataV3Dialect, dateType };
    fc.assert(
      fc.property(odataV3Conditions, tables, ({ condition, holds }, table) => {
        const text = compileFilter(bindCondition(condition, describe), odataV3Dialect);
        const selected = selectedByServer(text, table, dialect);
        expect(selected).toEqual(table.filter((row) => holds(row) === true));
      }),
      variantRuns,
    );
  },
);
