import type { FieldType } from '../schema/schema-model.js';
import type { Answer } from '../server/answer.js';
import { jsonAnswer } from '../server/answer.js';
import type { ODataSet } from './odata-set.js';

const sqlTypes: Readonly<Record<FieldType, string>> = {
  String: 'nvarchar(255)',
  Boolean: 'bit',
  Byte: 'tinyint',
  Short: 'smallint',
  Int: 'int',
  Long: 'bigint',
  Decimal: 'decimal(19, 6)',
  Double: 'float',
  DateTime: 'datetime2(0)',
  Guid: 'uniqueidentifier',
};

interface DacField {
  readonly name: string;
  readonly isKey: boolean;
  readonly dacName: string;
  readonly displayName: string;
  readonly sqlType: string;
  readonly documentation: string;
}

/**
 * `GET /dacBrowser[/{Namespace}/{DAC}[/{Field}]]`: what the database keeps behind the forms, with keys and SQL types.
 * `undefined` for a table or field that is not there.
 */
export function showDac(tables: readonly ODataSet[], [namespace, dac, field]: readonly string[]): Answer | undefined {
  const documents = tables.map(describe);
  if (namespace === undefined) return json(documents.map(({ fields: _fields, ...head }) => head));
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
  const found = documents.find((document) => same(document.namespace, namespace) && same(document.name, dac));
  if (field === undefined) return found && json(found);
  const column = found?.fields.find(({ name }) => same(name, field));
  return column && json(column);
}

const json = (value: unknown): Answer => jsonAnswer(200, JSON.stringify(value));

/** `PX_Objects_AR_Customer` is `Customer` of `PX.Objects.AR`. */
function describe({ name, keys, columns }: ODataSet): {
  readonly namespace: string;
  readonly name: string;
  readonly fields: readonly DacField[];
} {
  const parts = name.split('_');
  const dacName = parts.at(-1) ?? name;
  const fields = Object.entries(columns).map(([column, { type }]) => ({
    name: column,
    isKey: keys.includes(column),
    dacName,
    displayName: column.replace(/([a-z])([A-Z])/g, '$1 $2'),
    sqlType: sqlTypes[type],
    documentation: '',
  }));
  return { namespace: parts.slice(0, -1).join('.'), name: dacName, fields };
}
