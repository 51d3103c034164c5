import type { EntityGateway } from './entity-gateway.js';
import type { EntityFacts } from '../knowledge/field-fact.js';
import type { EndpointSchema } from '../schema/endpoint-schema.js';

/** What an entity or query remembers as its client. `AcumaticaClient` implements it; a test can do so in three lines. */
export interface EntityClient {
  readonly gateway: EntityGateway;
  /** The endpoint's model, once it is known; written classes work without it. */
  readonly schema?: EndpointSchema | undefined;
  /** After closing, entities of this client say so instead of sending. */
  readonly closed: boolean;
  /** `string` keeps decimals exact, as their text. Must match what the gateway's parser does. @default number */
  readonly decimals?: 'number' | 'string';
  /** Whether `save()` validates before it sends, where the call does not say; see `SaveOptions`. @default true */
  readonly validate?: boolean | 'strict';
  /** What is known of an entity's fields. @default the built-in facts about the endpoint of `schema` */
  readonly facts?: (entity: string) => Promise<EntityFacts | undefined>;
}
