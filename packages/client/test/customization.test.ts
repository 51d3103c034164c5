import { startSimulator } from '@acurecord/simulator';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';
import { AcumaticaBusinessRuleError, AcumaticaConfigError, AcumaticaTimeoutError } from 'acurecord';
import type { AcumaticaClient, CustomizationLogRecord } from 'acurecord';
import { connectTo, requestsOf } from './support/simulated.js';

let simulator: Simulator;
let client: AcumaticaClient;
const start = async (options: SimulatorOptions = {}): Promise<void> => {
  simulator = await startSimulator(options);
  client = await connectTo(simulator);
};
afterEach(async () => {
  await client.close();
  await simulator.close();
});

const content = Buffer.from('PK\u0003\u0004package');

describe('client.customization', () => {
  it('brings a package in, publishes it with progress, shows it, and takes it out again', async () => {
    await start({ customization: { polls: 2, projects: { Old: { published: true } } } });
    await client.customization.import('Shop', content, { description: 'A shop', level: 1 });
    const lines: CustomizationLogRecord[] = [];
    const log = await client.customization.publish(['Shop'], { pollMs: 1, onProgress: (line) => lines.push(line) });
    expect(lines).toEqual(log);
    expect(lines.map(({ message }) => message)).toContain('Website updated.');
    expect((await client.customization.published()).projects).toEqual(['Old', 'Shop']);
    expect(Buffer.from(await client.customization.download('Shop'))).toEqual(content);
    await expect(client.customization.delete('Shop')).rejects.toThrow(/published/);
    await client.customization.unpublishAll();
    await client.customization.delete('Shop');
    expect((await client.customization.published()).projects).toEqual([]);
  });

  it('throws what the ERP tells in its log alone, behind a status of 200', async () => {
    await start({ customization: { polls: 0, projects: { Bad: { failWith: 'Shop.cs(3): error CS1002' } } } });
    const failed: unknown = await client.customization.publish(['Bad'], { pollMs: 1 }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(AcumaticaBusinessRuleError);
    expect((failed as Error).message).toContain('Shop.cs(3): error CS1002');
    await expect(client.customization.publish(['Nope'])).rejects.toThrow(/not found/);
    await expect(client.customization.download('Nope')).rejects.toThrow(AcumaticaBusinessRuleError);
    await expect(client.customization.import('A_B', content)).rejects.toThrow(/name/);
  });

  it('refuses nothing to publish before it asks, only validates where told to, and does not wait for ever', async () => {
    await start({ customization: { polls: 1_000_000, projects: { A: {} } } });
    const before = requestsOf(simulator).length;
    await expect(client.customization.publish([])).rejects.toThrow(AcumaticaConfigError);
    await expect(client.customization.delete(' ')).rejects.toThrow(AcumaticaConfigError);
    expect(requestsOf(simulator)).toHaveLength(before);
    const slow = client.customization.publish(['A'], { pollMs: 1, timeoutMs: 5, onlyValidate: true });
    await expect(slow).rejects.toThrow(AcumaticaTimeoutError);
  });
});
