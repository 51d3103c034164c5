import { endpointPath } from '../support/signed-in.js';
import { documentOf, operationsOf, reference, shown } from '../support/endpoint-document.js';
import type { Document } from '../support/endpoint-document.js';

let document: Document;
let newer: Document;
beforeAll(async () => {
  document = await documentOf({ release: '24R2' });
  newer = await documentOf({ release: '25R2' });
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
    const common = (name: string): string[] =>
      shown(document, name).filter((line) => !/InvokeAction_(?!Cust)/.test(line));
    for (const { name } of document.tags.filter((tag) => tag.name !== 'CustomerStatement'))
      expect(common(name)).toEqual(common('Vendor').map((line) => line.replaceAll('Vendor', name)));
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
