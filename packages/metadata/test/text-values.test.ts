import { AcumaticaError } from '@acurecord/errors';
import { compileFilter, conditionFrom, contractDialect, createFields, PlainDate, wireTypes } from '@acurecord/odata';
import type { KnownWireType } from '@acurecord/odata';
import { defineEntity } from '@acurecord/metadata';
import type { Entity, EndpointSchema } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';

/** Every text is tried as a value of every type, in every place where a value is given. */
const TEXTS = [
  '',
  ' ',
  '\t',
  '0',
  '5',
  '-5',
  '+5',
  '007',
  '1.5',
  '-1.50',
  '.5',
  '5.',
  '1,5',
  '1 000',
  '1e3',
  '0x10',
  '0b1',
  'Infinity',
  'NaN',
  ' 5',
  '5 ',
  'true',
  'false',
  'TRUE',
  'yes',
  'null',
  '2026-03-31',
  '2026-02-30',
  '2026-03-31T08:30:00Z',
  '2026-03-31T08:30:00+02:00',
  '03/31/2026',
  '31.3.2026',
  'abcdef00-0000-0000-0000-000000000001',
  'ABCDEF00-0000-0000-0000-000000000001',
  '{abcdef00-0000-0000-0000-000000000001}',
];

const WHOLE = ['0', '5', '-5', '007'];
const DECIMAL = [...WHOLE, '1.5', '-1.50'];

/** What each type takes, written down and not computed. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  String: TEXTS,
  Decimal: DECIMAL,
  Double: DECIMAL,
  Int: WHOLE,
  Short: WHOLE,
  Long: WHOLE,
  Byte: WHOLE,
  Boolean: ['true', 'false'],
  DateTime: ['2026-03-31', '2026-03-31T08:30:00Z', '2026-03-31T08:30:00+02:00'],
  Guid: ['abcdef00-0000-0000-0000-000000000001', 'ABCDEF00-0000-0000-0000-000000000001'],
};

const TYPES = Object.keys(TAKEN);
const members = Object.fromEntries(TYPES.map((type) => [`${type}Field`, { kind: 'field', type }] as const));
const customMembers = Object.fromEntries(
  TYPES.map(
    (type) => [`Usr${type}`, { kind: 'field', type, custom: { view: 'Document', field: `Usr${type}` } }] as const,
  ),
);
const schema: EndpointSchema = {
  endpoint: 'Default',
  version: '24.200.001',
  contract: 4,
  entities: {
    Line: { name: 'Line', topLevel: false, members, actions: {} },
    Document: {
      name: 'Document',
      topLevel: true,
      members: {
        ...members,
        ...customMembers,
        Line: { kind: 'link', entity: 'Line' },
        Lines: { kind: 'details', entity: 'Line' },
      },
      actions: { Go: { parameters: Object.fromEntries(TYPES.map((type) => [type, type])) } },
    },
  },
};
/** Members are `unknown` here, since what the compiler would refuse is tried too. */
interface DocumentUnderTest extends Entity {
  DecimalField: unknown;
  DateTimeField: unknown;
  Line: unknown;
  Lines: unknown;
}

const Document = defineEntity<DocumentUnderTest>(schema, 'Document');

type WayIn = (type: string, text: unknown) => unknown;

const client = scriptedClient();
const saved = (): Entity => Document.using(client).build({ id: '7d38e6f1-0000-4000-8000-0690322d016b' });

const WAYS_IN: Readonly<Record<string, WayIn>> = {
  new: (type, text) => new Document({ [`${type}Field`]: text }).toWire(),
  assignment: (type, text) => Object.assign(saved(), { [`${type}Field`]: text }).toWire(),
  set: (type, text) => {
    const record = saved();
    record.set(`${type}Field`, text);
    return record.toWire();
  },
  fromPlain: (type, text) => Document.fromPlain({ [`${type}Field`]: text }).toWire(),
  create: (type, text) => Document.using(client).create({ [`${type}Field`]: text }),
  upsert: (type, text) => Document.using(client).upsert({ [`${type}Field`]: text }),
  'a link': (type, text) => new Document({ Line: { [`${type}Field`]: text } }).toWire(),
  'a detail row': (type, text) => new Document({ Lines: [{ [`${type}Field`]: text }] }).toWire(),
  'a custom member': (type, text) => new Document({ [`Usr${type}`]: text }).toWire(),
  setCustom: (type, text) => saved().setCustom('Document', `Usr${type}`, text, type),
  'custom in the form of the wire': (type, text) =>
    new Document({ custom: { Document: { [`Usr${type}`]: { type: `Custom${type}Field`, value: text } } } }).toWire(),
  'an action parameter': (type, text) => saved().invoke('Go', { [type]: text }),
  'the form of the wire': (type, text) => new Document({ [`${type}Field`]: { value: text } }).toWire(),
};

async function outcome(work: () => unknown): Promise<'taken' | 'refused'> {
  try {
    await work();
    return 'taken';
  } catch (error) {
    if (!AcumaticaError.is(error)) throw error;
    return 'refused';
  }
}

describe.each(Object.entries(WAYS_IN))('a text given by way of %s', (_, give) => {
  it.each(TYPES)('is a value of a %s by one rule', async (type) => {
    const sent = client.calls.length;
    const taken: string[] = [];
    for (const text of TEXTS) if ((await outcome(() => give(type, text))) === 'taken') taken.push(text);
    expect(taken).toEqual(TAKEN[type]);
    // What was refused was refused before anything left.
    expect(client.calls.length - sent).toBeLessThanOrEqual(taken.length);
  });

  it('may be empty by null, and only so', async () => {
    for (const type of TYPES) expect(await outcome(() => give(type, null))).toBe('taken');
  });
});

describe('a text in a condition', () => {
  const fields = createFields<Record<string, unknown>>((path) => ({ type: path.at(-1) as KnownWireType }));

  it.each(TYPES)('is a value of a %s by the same rule', (type) => {
    const wireType = wireTypes.find((known) => known === type) as KnownWireType;
    const taken = TEXTS.filter((text) => {
      try {
        compileFilter(conditionFrom({ [wireType]: text }, fields), contractDialect);
        return true;
      } catch (error) {
        if (!AcumaticaError.is(error)) throw error;
        return false;
      }
    });
    expect(taken).toEqual(TAKEN[type]);
  });
});

describe('what is refused', () => {
  it('is told with field, value and what to write', () => {
    expect(() => new Document({ DecimalField: '' })).toThrow(
      'DecimalField: "" is no value for a Decimal field. Write a number in decimal notation, such as 1234.5, or null to clear the field.',
    );
    expect(() => new Document({ Lines: [{ BooleanField: 'yes' }] })).toThrow(
      'Lines[0].BooleanField: "yes" is no value for a Boolean field. Write true or false, or null to clear the field.',
    );
  });

  it('does not change the record', () => {
    const record = saved();
    record.set('DecimalField', 5);
    expect(() => record.set('DecimalField', ' ')).toThrow('is no value');
    expect(record.changes).toEqual({ DecimalField: 5 });
  });

  it('is never a day given as PlainDate', () => {
    expect(new Document({ DateTimeField: PlainDate.from('2026-03-31') }).toWire()).toEqual({
      DateTimeField: { value: '2026-03-31' },
    });
  });
});
