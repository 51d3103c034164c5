import { AcumaticaClient, AcumaticaNotFoundError } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';

const simulator = await startSimulator();
const client = await AcumaticaClient.connect({
  baseUrl: simulator.url,
  username: 'admin',
  password: 'admin-secret',
  tenant: 'Company',
  autoLoadEnv: false,
});
const customer = await client.models.Customer.find('ABARTENDE');
const missing = await client.models.Customer.find('NOPE').catch((error) => AcumaticaNotFoundError.is(error));
await client.close();
console.log(JSON.stringify({ id: customer.CustomerID, missing, seats: simulator.sessions().length }));
await simulator.close();
