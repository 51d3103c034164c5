import type { Assumptions } from '../assumptions.js';
import { odataV3Dialect, odataV4Dialect } from '../filter/filter-dialect.js';
import type { FilterDialect } from '../filter/filter-dialect.js';
import type { FieldType } from '../schema/schema-model.js';
import type { Answer } from '../server/answer.js';

/** How a root speaks: what it reads in filters, and how it writes its answers. */
export interface ODataFormat {
  readonly version: 3 | 4;
  readonly dialect: FilterDialect;
  readonly headers: Answer['headers'];
  readonly contentType: string;
  /** What the names of annotations begin with. */
  readonly prefix: 'odata.' | '@odata.';
  /** Member that names the metadata of an answer. */
  readonly context: 'odata.metadata' | '@odata.context';
  /** Numbers of these types are written as text. */
  readonly textual: ReadonlySet<FieldType>;
  /** What dates end in. */
  readonly zone: '' | 'Z';
  /** Text keys are padded with blanks. */
  readonly padsKeys: boolean;
  readonly relativeLinks: boolean;
  /** An error in the form of this version. */
  readonly error: (message: string) => object;
}

/** The format of a version, as it is assumed to be. */
export function odataFormat(version: 3 | 4, assume: Assumptions): ODataFormat {
  return { ...(version === 3 ? version3(assume) : version4(assume)), ...common(assume) };
}

type Own = Omit<ODataFormat, keyof ReturnType<typeof common>>;

const common = ({ odataKeys, odataNextLink }: Assumptions) => ({
  padsKeys: odataKeys === 'padded',
  relativeLinks: odataNextLink === 'relative',
});

/** OData version 4: `@odata.context`, JSON numbers, dates with their zone. */
const version4 = ({ odataDecimals }: Assumptions): Own => ({
  version: 4,
  dialect: odataV4Dialect,
  headers: { 'OData-Version': '4.0' },
  contentType: 'application/json; odata.metadata=minimal; charset=utf-8',
  prefix: '@odata.',
  context: '@odata.context',
  textual: new Set<FieldType>(odataDecimals === 'text' ? ['Decimal'] : []),
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
  headers: { DataServiceVersion: '3.0' },
  contentType: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  prefix: 'odata.',
  context: 'odata.metadata',
  textual: new Set<FieldType>(odataV3Numbers === 'text' ? ['Decimal', 'Long'] : []),
  zone: odataV3Dates === 'zoneless' ? '' : 'Z',
  error: (message) => ({ 'odata.error': { code: '', message: { lang: 'en-US', value: message } } }),
});
