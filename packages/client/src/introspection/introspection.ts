import { AcumaticaConfigError } from '@acurecord/errors';
import type { ClientCore } from '../client-core.js';
import type { EndpointModel } from '../connection/fetch-model.js';
import { entityNamed } from '../services/service-index.js';
import { describeModel } from './model-description.js';
import type { ModelDescription } from './model-description.js';
import { searchNames } from './search-names.js';
import { describeService } from './service-description.js';
import type { ServiceDescription } from './service-description.js';

/** What a client found on its endpoint, in words. */
export class Introspection {
  readonly #core: ClientCore;

  constructor(core: ClientCore) {
    this.#core = core;
  }

  listServices(): string[] {
    return Object.values(this.#model().entities).flatMap(({ name, topLevel }) => (topLevel ? [name] : []));
  }

  listModels(): string[] {
    return Object.keys(this.#model().entities);
  }

  searchServices(text: string): string[] {
    return searchNames(text, this.listServices());
  }

  searchModels(text: string): string[] {
    return searchNames(text, this.listModels());
  }

  describeService(name: string): ServiceDescription {
    const model = this.#model();
    return describeService(this.#nameIn(model, name, this.listServices()), model, model.services);
  }

  async describeModel(name: string): Promise<ModelDescription> {
    await this.#core.open();
    const entityName = this.#nameIn(this.#model(), name, this.listModels());
    if (this.#model().entities[entityName]?.topLevel === true) await this.#core.adHocSchema(entityName);
    const entity = this.#model().entities[entityName];
    return entity === undefined ? { name: entityName, fieldCount: 0, fields: {} } : describeModel(entity);
  }

  #nameIn({ services, endpoint, version }: EndpointModel, name: string, entities: readonly string[]): string {
    return entityNamed(name, { entities, services, endpoint: `${endpoint} ${version}` });
  }

  #model(): EndpointModel {
    const { model, connection } = this.#core;
    if (model !== undefined) return model;
    throw new AcumaticaConfigError(
      connection === undefined
        ? 'The client does not know its endpoint yet: await client.connect() first.'
        : 'The client was told not to discover its endpoint (discover: false).',
    );
  }
}
