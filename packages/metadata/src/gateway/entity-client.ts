import type { EntityGateway } from './entity-gateway.js';
import type { EntityFacts } from '../knowledge/field-fact.js';
import type { EndpointName } from '../schema/endpoint-name.js';
import type { EndpointSchema } from '../schema/endpoint-schema.js';
import type { FormKnowledge } from './form-knowledge.js';

/** What an entity or query remembers as its client. `AcumaticaClient` implements it; a test can do so in three lines. */
export interface EntityClient {
  readonly gateway: EntityGateway;
  /** The endpoint's model, once it is known; written classes work without it. */
  readonly schema?: EndpointSchema | undefined;
  /** The endpoint that it speaks with, once that is known; classes of another one then refuse it. */
  readonly endpoint?: EndpointName | undefined;
  /**
   * Hears of a class of this endpoint that is about to speak while `endpoint` is not known yet, so that the client can refuse
   * the call when it is.
   */
  readonly expectEndpoint?: (entity: string, endpoint: EndpointName) => void;
  /** After closing, entities of this client say so instead of sending. */
  readonly closed: boolean;
  /** `string` keeps decimals exact, as their text. Must match what the gateway's parser does. @default number */
  readonly decimals?: 'number' | 'string';
  /** Whether `save()` validates before it sends, where the call does not say; see `SaveOptions`. @default true */
  readonly validate?: boolean | 'strict';
  /** What is known of an entity's fields. @default the built-in facts about the endpoint of `schema` */
  readonly facts?: (entity: string) => Promise<EntityFacts | undefined>;
  /** What is learned of the forms; views of one session share it. @default the client's own */
  readonly formKnowledge?: FormKnowledge;
  /** Time for one request, where the call does not say. @default 60_000 */
  readonly timeoutMs?: number | undefined;
}
