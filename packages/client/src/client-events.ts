import type { SchemaDifference } from '@acurecord/cache';

/** What a client announces, with the arguments of the listeners: `client.events.on('schemaRefreshed', …)`. */
export interface ClientEvents {
  /** The kept description was too old and was downloaded in the background; it is used from the next connect on. */
  schemaRefreshed: [difference: SchemaDifference];
}
