import type { AcumaticaClient } from 'acurecord';
import { chapter, say } from './terminal.js';

/** What is there: the build, the endpoints, the entities. */
export async function discover(client: AcumaticaClient): Promise<void> {
  chapter('Discover');
  const { version, endpoints } = await client.getEndpointInfo();
  say(
    `Acumatica ${version.acumaticaBuildVersion} offers ${endpoints.map(({ name, version: v }) => `${name}/${v}`).join(', ')}`,
  );
  const services = client.listServices();
  say(`${services.length} entities: ${services.slice(0, 8).join(', ')}${services.length > 8 ? ', …' : ''}`);
}
