import { startSimulator } from '../../src/index.js';
import { documentOf, reference } from '../support/endpoint-document.js';
import type { Document, Schema } from '../support/endpoint-document.js';
import { signedIn, wired } from '../support/signed-in.js';

let document: Document;
let newer: Document;
let schemas: Record<string, Schema>;
beforeAll(async () => {
  document = await documentOf({ release: '24R2' });
  newer = await documentOf({ release: '25R2' });
  schemas = document.components.schemas;
});

describe('§4.2 the schemas of the document', () => {
  test('§4.2 the base of all entities has id, rowNumber, note, custom, error and files, and _links since 25R2', () => {
    const base = ['id', 'rowNumber', 'note', 'custom', 'error', 'files'];
    expect(Object.keys(schemas['Entity']?.properties ?? {})).toEqual(base);
    expect(Object.keys(newer.components.schemas['Entity']?.properties ?? {})).toEqual([...base, '_links']);
    expect(schemas['Entity']?.properties).toMatchObject({
      id: { type: 'string', format: 'uuid' },
      rowNumber: { type: 'integer', format: 'int64' },
      note: reference('StringValue'),
      custom: { additionalProperties: { additionalProperties: reference('CustomField') } },
      error: { type: 'string' },
      files: { type: 'array', items: reference('FileLink') },
    });
    expect(newer.components.schemas['Entity']?.properties).toMatchObject({
      _links: { type: 'object', additionalProperties: { type: 'string', format: 'uri' } },
    });
  });

  test('§4.2 an endpoint of contract 3 has a plain note, in the document and in records', async () => {
    const { error: _error, ...properties } = schemas['Entity']?.properties ?? {};
    const base = { ...schemas['Entity'], properties: { ...properties, note: { type: 'string' } } };
    const schema = {
      ...document,
      info: { ...document.info, version: '3' },
      components: { ...document.components, schemas: { ...schemas, Entity: base } },
    };
    const older = await documentOf({ schema });
    expect(older.components.schemas['Entity']).toEqual(base);
    await using simulator = await startSimulator({ schema });
    const caller = await signedIn(simulator);
    const put = await caller.put('Vendor', { ...wired({ VendorID: 'ONE', VendorName: 'One' }), note: 'Plain' });
    expect(put.json).toMatchObject({ note: 'Plain' });
  });

  test('§4.2 an entity is its base and its members: values, linked entities, collections', () => {
    const [base, own] = schemas['SalesOrder']?.allOf ?? [];
    expect(base).toEqual(reference('Entity'));
    expect(own).toMatchObject({
      type: 'object',
      properties: {
        OrderNbr: reference('StringValue'),
        BillToAddress: reference('Address'),
        Details: { type: 'array', items: reference('SalesOrderDetail') },
      },
    });
  });

  test.each([
    ['StringValue', { type: 'string' }],
    ['BooleanValue', { type: 'boolean' }],
    ['IntValue', { type: 'integer', format: 'int32' }],
    ['ShortValue', { type: 'integer', format: 'int32' }],
    ['ByteValue', { type: 'integer', format: 'int32' }],
    ['LongValue', { type: 'integer', format: 'int64' }],
    ['DecimalValue', { type: 'number', format: 'double' }],
    ['DoubleValue', { type: 'number', format: 'double' }],
    ['DateTimeValue', { type: 'string', format: 'date-time' }],
    ['GuidValue', { type: 'string', format: 'uuid' }],
  ])('§4.2 %s is a value beside an error, nullable since 25R2', (name, value) => {
    const error = { type: 'string' };
    expect(schemas[name]?.properties).toEqual({ value, error });
    expect(newer.components.schemas[name]?.properties).toEqual({ value: { ...value, nullable: true }, error });
  });

  test('§4.2 custom fields are told apart by their type', () => {
    expect(schemas['CustomField']).toMatchObject({ discriminator: { propertyName: 'type' }, required: ['type'] });
    expect(schemas['CustomStringField']?.allOf?.[0]).toEqual(reference('CustomField'));
  });

  test('§4.2 a file link and an HttpError have their members', () => {
    expect(Object.keys(schemas['FileLink']?.properties ?? {})).toEqual(['id', 'filename', 'href', 'comment']);
    expect(Object.keys(schemas['HttpError']?.properties ?? {})).toEqual([
      'message',
      'exceptionMessage',
      'exceptionType',
      'stackTrace',
      'modelState',
      'messageDetail',
    ]);
    expect(schemas['HttpError']).toHaveProperty('additionalProperties');
  });

  test('§4.2 an action takes its entity, and parameters where it has some; any other takes custom ones', () => {
    expect(schemas['OpenSalesOrder']).toEqual({
      type: 'object',
      required: ['entity'],
      properties: { entity: reference('SalesOrder') },
    });
    expect(schemas['SalesOrderCreateShipment']).toMatchObject({
      required: ['entity', 'parameters'],
      properties: { parameters: { properties: { ShipmentDate: reference('DateTimeValue') } } },
    });
    const fields = { additionalProperties: { additionalProperties: reference('CustomField') } };
    expect(schemas['SalesOrderCustomAction']).toMatchObject({
      properties: { parameters: { properties: { custom: fields } } },
    });
  });

  test('§4.2 keys, required fields, limits, choices and defaults are told nowhere', () => {
    for (const [name, { allOf }] of Object.entries(schemas)) {
      const own = JSON.stringify(allOf?.[1].properties ?? {});
      for (const word of ['readOnly', 'enum', 'maxLength', 'default', 'required', 'isKey'])
        expect([name, own.includes(`"${word}":`)]).toEqual([name, false]);
      expect(Object.keys(allOf?.[1].properties ?? {})).not.toContain('delete');
    }
  });

  test('§4.2 and §6 records have their members in alphabetical order, whatever the order of the document', async () => {
    await using simulator = await startSimulator();
    const caller = await signedIn(simulator);
    for (const entity of ['Customer', 'SalesOrder', 'StockItem']) {
      const [record] = (await caller.get(`${entity}?$top=1`)).json as object[];
      const members = Object.keys(schemas[entity]?.allOf?.[1].properties ?? {});
      const sent = Object.keys(record ?? {}).filter((name) => members.includes(name));
      expect(sent.length).toBeGreaterThan(5);
      expect(sent).toEqual([...sent].sort((a, b) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1)));
      if (entity === 'Customer') expect(sent).not.toEqual(members.filter((name) => sent.includes(name)));
    }
  });

  test('§4.2 entities have workflow actions since 25R2', () => {
    expect(schemas['Vendor']?.allOf?.[1].properties).not.toHaveProperty('_workflowActions');
    expect(newer.components.schemas['Vendor']?.allOf?.[1].properties).toMatchObject({
      _workflowActions: { type: 'object', additionalProperties: reference('VendorCustomAction') },
    });
    for (const { name } of newer.tags.filter((tag) => tag.name !== 'CustomerStatement'))
      expect(newer.components.schemas[name]?.allOf?.[1].properties).toHaveProperty('_workflowActions');
  });

  test('§4.2 an inquiry is an entity with its parameters and an array of results', () => {
    expect(schemas['InventorySummaryInquiry']?.allOf?.[1].properties).toMatchObject({
      InventoryID: reference('StringValue'),
      Results: { type: 'array', items: reference('InventorySummaryRow') },
    });
  });
});
