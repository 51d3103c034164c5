import { startSimulator } from '../../src/index.js';
import type { SimulatorOptions } from '../../src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { endpointPath, signedIn, wired } from '../support/signed-in.js';

interface Schema {
  readonly allOf?: readonly [{ readonly $ref: string }, Schema];
  readonly properties?: Record<string, object>;
  readonly required?: readonly string[];
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly $ref: string } }> };
  readonly responses: Record<string, object>;
}
interface Document {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly responses: Record<string, object>;
    readonly parameters: Record<string, object>;
  };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

const documentOf = async (options: SimulatorOptions): Promise<Document> => {
  await using simulator = await startSimulator(options);
  return (await rawRequest(simulator.url, 'GET', `${endpointPath}/swagger.json`)).json as Document;
};
const operationsOf = ({ paths }: Document): Operation[] => Object.values(paths).flatMap((path) => Object.values(path));
const shown = ({ paths }: Document, entity: string): string[] =>
  Object.entries(paths)
    .filter(([path]) => path.split('/')[1] === entity)
    .flatMap(([path, verbs]) =>
      Object.entries(verbs).map(
        ([verb, { operationId, responses }]) =>
          `${path} ${verb} ${operationId} ${Object.keys(responses).sort().join(' ')}`,
      ),
    );
const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

let document: Document;
let newer: Document;
let schemas: Record<string, Schema>;
beforeAll(async () => {
  document = await documentOf({ release: '24R2' });
  newer = await documentOf({ release: '25R2' });
  schemas = document.components.schemas;
});

describe('§4.2 what the document holds', () => {
  test('§4.2 its parts come in the order of the real ones, and name no security scheme', () => {
    expect(Object.keys(document)).toEqual(['openapi', 'info', 'servers', 'paths', 'components', 'tags']);
    expect(Object.keys(document.components)).toEqual(['schemas', 'responses', 'parameters']);
  });

  test('§4.2 Swagger 2.0 has host, basePath and schemes, and no security either', async () => {
    const older = await documentOf({ release: '23R2', site: '/erp' });
    for (const name of ['security', 'securityDefinitions']) expect(older).not.toHaveProperty(name);
    expect(older).toMatchObject({
      host: expect.stringMatching(/^127\.0\.0\.1:\d+$/) as unknown,
      basePath: `/erp${endpointPath}`,
      schemes: ['http'],
    });
  });

  test('§4.2 there is one tag for each entity with a path, with title and id of its form', () => {
    const entities = new Set(Object.keys(document.paths).map((path) => path.split('/')[1]));
    expect(new Set(document.tags.map(({ name }) => name))).toEqual(entities);
    expect(document.tags).toHaveLength(entities.size);
    for (const { description } of document.tags) expect(description).toMatch(/^.+ \([A-Z]{2}\d{6}\)$/);
  });

  test('§4.2 the paths of an entity with their verbs, names and answers', () => {
    const action = '202 204 400 401 412 422 500';
    expect(shown(document, 'Vendor')).toEqual([
      `/Vendor/CreateContactFromVendor post Vendor_InvokeAction_CreateContactFromVendor ${action}`,
      `/Vendor/{actionName} post Vendor_InvokeAction_CustomAction ${action}`,
      '/Vendor/$adHocSchema get Vendor_GetAdHocSchema 200 401 500',
      '/Vendor/{ids} get Vendor_GetByKeys 200 401 500',
      '/Vendor/{ids} delete Vendor_DeleteByKeys 204 401 500',
      '/Vendor/{ids}/files/{filename} put Vendor_PutFile 204 401 500',
      '/Vendor/{id} get Vendor_GetById 200 401 500',
      '/Vendor/{id} delete Vendor_DeleteById 204 401 500',
      '/Vendor get Vendor_GetList 200 401 500',
      '/Vendor put Vendor_PutEntity 200 400 401 412 422 500',
    ]);
  });

  test('§4.2 PATCH is there since 25R1, 409 without a body on everything since 25R2', () => {
    expect(document.paths['/Vendor']).not.toHaveProperty('patch');
    expect(shown(newer, 'Vendor').at(-1)).toBe('/Vendor patch Vendor_PatchEntity 200 400 401 404 409 412 422 500');
    for (const { responses } of operationsOf(newer)) expect(responses).toHaveProperty('409');
    expect(newer.components.responses['ContractBasedControllerBase_409']).toEqual({
      description: 'A long operation is running for this screen in the current session. Please try again later.',
    });
  });

  test('§4.2 $skip and $top are for lists only, $orderby and a count for nothing', () => {
    const of = (operation: string): string[] =>
      (operationsOf(document).find(({ operationId }) => operationId === operation)?.parameters ?? []).map(
        ({ $ref }) => $ref.split('/').at(-1) ?? '',
      );
    const shaping = ['select', 'filter', 'expand', 'custom'];
    expect(of('Vendor_GetList')).toEqual([...shaping, 'skip', 'top']);
    expect(of('Vendor_PutEntity')).toEqual(shaping);
    for (const operation of ['Vendor_GetByKeys', 'Vendor_GetById'])
      expect(of(operation).filter((name) => !name.startsWith('id'))).toEqual(shaping);
    expect(document.components.parameters).toMatchObject({
      skip: { schema: { type: 'integer', format: 'int32' } },
      top: { schema: { type: 'integer', format: 'int32' } },
    });
    expect(Object.keys(document.components.parameters)).not.toContain('orderby');
  });

  test('§4.2 bodies are required, named, and of two media types; that of a file is not described', () => {
    expect(document.paths['/Vendor']?.['put']?.requestBody).toMatchObject({
      required: true,
      'x-bodyName': 'entity',
      content: { 'application/json': {}, 'text/json': {} },
    });
    expect(document.paths['/Vendor/{actionName}']?.['post']?.requestBody).toMatchObject({
      required: true,
      'x-bodyName': 'invocation',
    });
    expect(document.paths['/Vendor/{ids}/files/{filename}']?.['put']).not.toHaveProperty('requestBody');
  });

  test('§4.2 reports are started by an operation with answers of its own', () => {
    expect(Object.keys(document.components.responses)).toEqual(
      expect.arrayContaining(['StartReport_202', 'StartReport_400']),
    );
    expect(shown(document, 'CustomerStatement')).toEqual([
      '/CustomerStatement post CustomerStatement_StartReport 202 400 401 500',
    ]);
  });

  test('§4.2 a 422 is the entity, other errors are HttpErrors', () => {
    const json = (name: string): object => ({ content: { 'application/json': { schema: reference(name) } } });
    expect(document.paths['/Vendor']?.['put']?.responses['422']).toMatchObject(json('Vendor'));
    expect(document.paths['/Vendor/{actionName}']?.['post']?.responses['422']).toMatchObject(json('Vendor'));
    for (const name of ['PutEntity_400', 'PutEntity_412', 'ContractBasedControllerBase_401'])
      expect(document.components.responses[name]).toMatchObject(json('HttpError'));
    expect(document.components.responses['ContractBasedControllerBase_500']).toMatchObject(json('HttpError'));
  });

  test('§4.2 names of actions are unique, and so are called the schemas of their bodies', () => {
    const actions = operationsOf(document)
      .filter(({ operationId }) => /_InvokeAction_(?!CustomAction)/.test(operationId))
      .map(({ operationId, requestBody }) => [
        operationId.split('_InvokeAction_')[1],
        requestBody?.content['application/json']?.schema.$ref.split('/').at(-1),
      ]);
    expect(actions.length).toBeGreaterThan(5);
    expect(new Set(actions.map(([name]) => name)).size).toBe(actions.length);
    for (const [name, schema] of actions) expect(schema).toBe(name);
  });
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

  test('§4.2 records have their members in the order of the document', async () => {
    await using simulator = await startSimulator();
    const caller = await signedIn(simulator);
    for (const entity of ['Customer', 'SalesOrder', 'StockItem']) {
      const [record] = (await caller.get(`${entity}?$top=1`)).json as object[];
      const members = Object.keys(schemas[entity]?.allOf?.[1].properties ?? {});
      const sent = Object.keys(record ?? {}).filter((name) => members.includes(name));
      expect(sent.length).toBeGreaterThan(5);
      expect(sent).toEqual(members.filter((name) => sent.includes(name)));
    }
  });

  test('§4.2 entities have workflow actions since 25R2', () => {
    expect(schemas['Vendor']?.allOf?.[1].properties).not.toHaveProperty('_workflowActions');
    expect(newer.components.schemas['Vendor']?.allOf?.[1].properties).toMatchObject({
      _workflowActions: { type: 'object', additionalProperties: reference('VendorCustomAction') },
    });
  });

  test('§4.2 an inquiry is an entity with its parameters and an array of results', () => {
    expect(schemas['InventorySummaryInquiry']?.allOf?.[1].properties).toMatchObject({
      InventoryID: reference('StringValue'),
      Results: { type: 'array', items: reference('InventorySummaryRow') },
    });
  });
});
