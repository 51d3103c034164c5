import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

let sim: Simulator;
const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);

beforeAll(async () => {
  sim = await startSimulator();
  const response = await fetch(`${sim.url}/entity/Default/24.200.001/swagger.json`);
  const document = (await response.json()) as {
    components: { schemas: Record<string, { allOf: { properties?: object }[] }> };
  };
  const customer = document.components.schemas['Customer']?.allOf.find(({ properties }) => properties !== undefined);
  Object.assign(customer?.properties ?? {}, { Odd: { type: 'string' }, CustomerName: { oneOf: [{}, {}] } });
  sim.behave([{ path: 'swagger.json', status: 200, body: document }]);
});

afterAll(async () => {
  emitWarning.mockRestore();
  await sim.close();
});

it('connects to an endpoint with parts of a form that is not known, and tells once in a process', async () => {
  for (let time = 0; time < 3; time += 1) {
    await using client = await connectTo(sim, { cacheMethods: false });
    expect(client.schema?.warnings).toEqual([
      expect.stringMatching(/^Customer\.CustomerName has a form/),
      expect.stringMatching(/^Customer\.Odd has a form/),
    ]);
    const { fields } = await client.getModelInfo('Customer');
    expect(fields['Odd']).toEqual({ type: 'unknown', custom: false });
    const Customer = client.models['Customer'];
    const customer = await Customer?.first();
    expect(customer?.get('CustomerName')).toEqual({ value: expect.stringMatching(/\w/) });
    customer?.set('CustomerName', { value: 'Another name' });
    await customer?.save();
    expect((await Customer?.find(String(customer?.get('CustomerID'))))?.get('CustomerName')).toEqual({
      value: 'Another name',
    });
  }
  expect(emitWarning.mock.calls).toEqual([
    [
      expect.stringMatching(/^The description of Default\/24\.200\.001 has parts of a form/),
      { code: 'ACURECORD_SCHEMA' },
    ],
  ]);
});
