import type { Assumptions } from '../assumptions.js';
import { odataTableDialect, odataV3Dialect, odataV4Dialect } from '../filter/filter-dialect.js';
import type { FilterDialect } from '../filter/filter-dialect.js';
import type { FieldType } from '../schema/schema-model.js';
import type { Answer } from '../server/answer.js';

/** How a root speaks: what it reads in filters, and how it writes its answers. */
export interface ODataFormat {
  readonly version: 3 | 4;
  readonly dialect: FilterDialect;
  readonly headers: Answer['headers'];
  /** Of descriptions and refusals; data of version 3 does not name its version. */
  readonly versionHeaders: Answer['headers'];
  readonly contentType: string;
  /** Of the list of sets, to those who do not ask for JSON; `undefined` where it is JSON always. */
  readonly atom?: string;
  /** What the names of annotations begin with. */
  readonly prefix: 'odata.' | '@odata.';
  /** Member that names the metadata of an answer. */
  readonly context: 'odata.metadata' | '@odata.context';
  /** Numbers of these types are written as text. */
  readonly textual: ReadonlySet<FieldType>;
  /** What dates end in. */
  readonly zone: '' | 'Z';
  /** What is padded with blanks: segmented keys to their length, every key that is a text, or nothing. */
  readonly pads: 'segments' | 'keys' | 'nothing';
  /** `@odata.context` names the columns that were chosen. */
  readonly listsColumns: boolean;
  /** `$count` and `$expand` are understood. */
  readonly counts: boolean;
  readonly relativeLinks: boolean;
  /** An error in the form of this version. */
  readonly error: (message: string) => object;
}

/** How a root speaks, as far as it is known, and otherwise as it is assumed to. */
export function odataFormat(kind: 'gi' | 'dac', version: 3 | 4, assume: Assumptions): ODataFormat {
  const isTables = kind === 'dac';
  return {
    ...(version === 3 ? version3(assume) : version4(isTables, assume)),
    pads: assume.odataKeys === 'padded' ? 'keys' : padding(isTables || version === 3, assume),
    listsColumns: isTables,
    counts: isTables,
    relativeLinks: assume.odataNextLink === 'relative',
  };
}

type Own = Omit<ODataFormat, 'pads' | 'relativeLinks' | 'listsColumns' | 'counts'>;

const padding = (recorded: boolean, { odataKeys }: Assumptions): ODataFormat['pads'] =>
  recorded && odataKeys === 'by-root' ? 'segments' : 'nothing';

/** OData version 4: `@odata.context`, JSON numbers, dates with their zone. */
const version4 = (isTables: boolean, { odataDecimals }: Assumptions): Own => ({
  version: 4,
  dialect: isTables ? odataTableDialect : odataV4Dialect,
  headers: { 'OData-Version': '4.0' },
  versionHeaders: { 'OData-Version': '4.0' },
  contentType: 'application/json; odata.metadata=minimal; charset=utf-8',
  prefix: '@odata.',
  context: '@odata.context',
  textual: new Set<FieldType>(odataDecimals === 'text' && !isTables ? ['Decimal'] : []),
  zone: 'Z',
  error: (message) => ({ error: { code: '', message } }),
});

/** The JSON format of OData version 3, the light one of its two. */
const version3 = ({ odataV3Dates, odataV3MixedTypes, odataV3Numbers }: Assumptions): Own => ({
  version: 3,
  dialect: {
    ...odataV3Dialect,
    dateType: odataV3Dates === 'offset' ? 'Edm.DateTimeOffset' : 'Edm.DateTime',
    converts: odataV3MixedTypes === 'converted',
  },
  headers: {},
  versionHeaders: { DataServiceVersion: '3.0' },
  contentType: 'application/json',
  atom: 'application/atomsvc+xml;charset=utf-8',
  prefix: 'odata.',
  context: 'odata.metadata',
  textual: new Set<FieldType>(odataV3Numbers === 'text' ? ['Decimal', 'Long'] : []),
  zone: odataV3Dates === 'zoneless' ? '' : 'Z',
  error: (message) => ({ 'odata.error': { code: '', message: { lang: 'en-US', value: message } } }),
});
