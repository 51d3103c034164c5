import { contract5Dialect, contractDialect, odataV3Dialect, odataV4Dialect, parseFilter } from '@acurecord/odata';
import { compileFilter, decimal, F, PlainDate, raw } from '@acurecord/odata';
import type { Reader } from './slow-shapes.js';

const dialects = [contractDialect, contract5Dialect, odataV3Dialect, odataV4Dialect];

/** What packages/odata reads: filter text, and values as text. */
export const filterReaders: readonly Reader[] = [
  ...dialects.map((dialect) => ({
    name: `parseFilter (${dialect.name})`,
    read: (text: string) => compileFilter(parseFilter(text, dialect), dialect),
  })),
  { name: 'parseFilter of a literal', read: (text) => parseFilter(`A eq '${text}'`) },
  { name: 'parseFilter of a call', read: (text) => parseFilter(`substringof('a',${text}) eq true`) },
  { name: 'raw', read: (text) => compileFilter(raw(text)) },
  { name: 'decimal', read: (text) => decimal(text) },
  { name: 'PlainDate.of', read: (text) => PlainDate.of(text) },
  { name: 'a text in a condition', read: (text) => compileFilter(F('A').eq(text).or(F('A').contains(text))) },
];
