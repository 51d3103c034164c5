import { AcumaticaClient, AcumaticaNotFoundError, Entity, entity, field } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';

@entity('Customer', { keys: ['CustomerID'] })
class Customer extends Entity {
  @field.string() accessor CustomerID!: string | null;
  @field.string() accessor CustomerName!: string | null;
  @field.decimal() accessor CreditLimit!: number | null;
}

const simulator = await startSimulator();
const client = await AcumaticaClient.connect({
  baseUrl: simulator.url,
  username: 'admin',
  password: 'admin-secret',
  tenant: 'Company',
  autoLoadEnv: false,
});
const customer: Customer = await Customer.using(client).find('ABARTENDE');
const [same] = await Customer.using(client)
  .where((c) => c.CustomerID.eq('ABARTENDE'))
  .take(1)
  .toArray();
const missing = await Customer.using(client)
  .find('NOPE')
  .catch((error: unknown) => AcumaticaNotFoundError.is(error));
await client.close();
console.log(
  JSON.stringify({
    id: same?.CustomerID === customer.CustomerID ? customer.CustomerID : null,
    missing,
    seats: simulator.sessions().length,
  }),
);
await simulator.close();
