import { loadKnowledge } from '@acurecord/metadata';
import type { EntityFacts } from '@acurecord/metadata';
import type { ClientOptions } from '../client-options.js';

/** What is known of an entity of an endpoint, by the client's options. */
export async function knownFacts(
  { knowledge = {} }: Pick<ClientOptions, 'knowledge'>,
  endpoint: string,
  entity: string,
): Promise<EntityFacts | undefined> {
  if (knowledge === false) return undefined;
  const { like = endpoint, fields = {} } = knowledge;
  return (await loadKnowledge()).with(fields).entity(like, entity);
}
