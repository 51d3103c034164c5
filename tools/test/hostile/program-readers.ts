import { parse } from 'dotenv';
import { csvLine } from '../../../packages/cli/src/output/csv-line.js';
import { parseCsv } from '../../../packages/cli/src/output/parse-csv.js';
import { parseRecords } from '../../../packages/cli/src/output/parse-records.js';
import { readFilter } from '../../../packages/cli/src/connection/read-filter.js';
import { csvCell } from '../../../apps/sample/src/orders/csv-of-orders.js';
import { withoutLongGaps } from '../../../packages/client/src/configuration/without-long-gaps.js';
import { compareVersions } from '../../../packages/client/src/connection/compare-versions.js';
import { tokenizeFilter } from '../../../packages/simulator/src/filter/tokenize-filter.js';
import { parseXml } from '../../../packages/simulator/src/schema/definition/xml-element.js';
import type { Reader } from './slow-shapes.js';

/** What programs around the core read: settings, files and arguments, and what the simulator is asked. */
export const programReaders: readonly Reader[] = [
  { name: '.env', read: (text) => parse(withoutLongGaps(text)) },
  { name: '.env with a value', read: (text) => parse(withoutLongGaps(`ACUMATICA_PASSWORD=${text}`)) },
  { name: 'CSV to write', read: (text) => csvLine([text, `=${text}`]) + csvCell(text) },
  { name: 'CSV to read', read: (text) => parseCsv(`A,B\n${text}`, ',') },
  { name: 'JSON records', read: (text) => parseRecords(text) },
  { name: 'a filter on the command line', read: (text) => readFilter(text) },
  { name: 'versions', read: (text) => compareVersions(text, `${text}.1`) },
  { name: 'a filter that the simulator is asked', read: (text) => tokenizeFilter(text, {} as never) },
  { name: 'XML that the simulator is given', read: (text) => parseXml(text) },
];
