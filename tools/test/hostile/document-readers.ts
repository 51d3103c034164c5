import { learnKeys, readODataMetadata, readSchema } from '@acurecord/metadata';
import { parseExactJson } from '../../../packages/metadata/src/wire/parse-exact-json.js';
import { dateFromWire } from '../../../packages/metadata/src/wire/wire-time.js';
import { bodyValue, readValue, sameValue } from '../../../packages/metadata/src/wire/wire-value.js';
import type { Reader } from './slow-shapes.js';

const schema = { endpoint: 'Default', version: '1', contract: 4, entities: {} };

/** What packages/metadata reads: documents of an endpoint, XML, rows and the values in them. */
export const documentReaders: readonly Reader[] = [
  { name: '$metadata', read: (text) => readODataMetadata(text) },
  {
    name: '$metadata with a text in it',
    read: (text) => readODataMetadata(`<Edmx><Schema Namespace="${text}"/></Edmx>`),
  },
  { name: 'an endpoint definition', read: (text) => learnKeys(schema, text, []) },
  { name: 'JSON with exact decimals', read: (text) => parseExactJson(text) },
  { name: 'JSON with exact decimals, cut', read: (text) => parseExactJson(`{"value":"${text}`) },
  {
    name: 'an endpoint document',
    read: (text) =>
      readSchema({
        openapi: '3.0.1',
        info: { title: text, version: '4' },
        components: { schemas: { Entity: {}, A: { allOf: [{ $ref: '#/components/schemas/Entity' }] } } },
        paths: { [`/${text}`]: {} },
        tags: [{ name: 'A', description: text }],
      }),
  },
  {
    name: 'values of a row',
    read: (text) =>
      ['String', 'Decimal', 'DateTime', 'Guid', 'Int', 'Boolean'].map((type) => [
        readValue({ value: text }, type, 'string'),
        sameValue({ value: text }, { value: `${text}0` }, type),
        bodyValue({ value: text }, type),
        dateFromWire(text),
      ]),
  },
];
