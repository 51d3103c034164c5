import type { Tenant } from '../identity/tenant.js';
import type { SimulatorClock } from '../steering/simulator-clock.js';
import { CustomizationLog } from './customization-log.js';
import type { LogRecord } from './customization-log.js';
import type { CustomizationOptions } from './customization-options.js';
import { CustomizationProjects } from './customization-projects.js';
import { Publication } from './publication.js';

/** The members of a request's body, by lower-case name. */
export type Given = ReadonlyMap<string, unknown>;

/** An answer; what the ERP has to say of it is in its log. */
export type Told = { readonly log: readonly LogRecord[] } & Readonly<Record<string, unknown>>;

/** `[` and `]` are taken, as versions are put into names; `_` and `-` are not. */
const validName = /^\p{L}[\p{L}\p{N}[\].]*$/u;
const base64 = /^[A-Za-z0-9+/\s]*(?:={1,2}\s*)?$/;

const text = (given: Given, name: string): string => {
  const value = given.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
const isSet = (given: Given, name: string): boolean => String(given.get(name)).toLowerCase() === 'true';
const texts = (value: unknown): string[] => {
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? (value as unknown[]) : [];
  return list.map((one) => String(one).trim()).filter((one) => one !== '');
};

/** The seven calls of the customization API, over the projects of one site. */
export class CustomizationDesk {
  readonly #projects: CustomizationProjects;
  readonly #options: CustomizationOptions;
  readonly #tenants: ReadonlyMap<string, Tenant>;
  readonly #clock: SimulatorClock;
  #publication: Publication | undefined;

  constructor(options: CustomizationOptions, tenants: ReadonlyMap<string, Tenant>, clock: SimulatorClock) {
    this.#options = options;
    this.#tenants = tenants;
    this.#clock = clock;
    this.#projects = new CustomizationProjects(options, tenants.keys());
  }

  getPublished(_given: Given, tenant: Tenant): Told {
    const names = this.#projects.published(tenant.name);
    if (names.length === 0) return this.#told('The system does not contain published projects');
    const log = this.#log().tell('Published projects have been read.').records;
    return { projects: names.map((name) => ({ name })), items: this.#projects.items(tenant.name), log };
  }

  getProject(given: Given): Told {
    const name = text(given, 'projectname');
    const project = this.#projects.find(name);
    if (project === undefined) return this.#failed(`The customization project ${name} is not found.`);
    const log = this.#log().tell(`Export project: ${project.name}`).records;
    return { projectContentBase64: project.content, hasConflicts: false, log };
  }

  import(given: Given): Told {
    const name = text(given, 'projectname');
    const content = text(given, 'projectcontentbase64');
    if (!validName.test(name)) return this.#failed(`The name of the customization project is not valid: ${name}`);
    const isArchive = base64.test(content) && Buffer.from(content, 'base64').subarray(0, 2).toString() === 'PK';
    if (!isArchive) return this.#failed('The content of the customization project is not a valid ZIP archive.');
    if (this.#projects.find(name) !== undefined && !isSet(given, 'isreplaceifexists'))
      return this.#failed(`The customization project ${name} already exists.`);
    const level = Number(given.get('projectlevel') ?? Number.NaN);
    this.#projects.put(name, {
      ...(this.#projects.find(name) ?? {}),
      content,
      description: text(given, 'projectdescription'),
      ...(Number.isFinite(level) ? { level } : {}),
    });
    return this.#told(`Project ${name} has been imported.`);
  }

  publishBegin(given: Given, tenant: Tenant): Told {
    const names = texts(given.get('projectnames'));
    const unknown = names.find((name) => this.#projects.find(name) === undefined);
    const tenants = this.#tenantNames(given, tenant);
    if (this.#publication?.isRunning === true) return this.#failed('Another publication is in progress.');
    if (unknown !== undefined) return this.#failed(`The customization project ${unknown} is not found.`);
    if (names.length === 0 && !isSet(given, 'ismergewithexistingpackages'))
      return this.#failed('No customization project is specified.');
    if (tenants === undefined) return this.#failed('The list of tenants is not valid.');
    const log = this.#log().tell('Publishing has started.');
    const plan = {
      names,
      tenants,
      besideOthers: isSet(given, 'ismergewithexistingpackages'),
      onlyValidates: isSet(given, 'isonlyvalidation'),
    };
    this.#publication = new Publication(plan, log, this.#options.polls ?? 1);
    return { log: [...log.records] };
  }

  publishEnd(): Told {
    const publication = this.#publication;
    if (publication === undefined)
      return { isCompleted: false, isFailed: false, ...this.#failed('No publication has been started.') };
    publication.poll(this.#projects);
    const { isCompleted, isFailed, log } = publication;
    return { isCompleted, isFailed, log: [...log.records] };
  }

  unpublishAll(given: Given, tenant: Tenant): Told {
    const tenants = this.#tenantNames(given, tenant);
    if (tenants === undefined) return this.#failed('The list of tenants is not valid.');
    for (const name of tenants) this.#projects.unpublish(name);
    return this.#told('All customization projects have been unpublished.');
  }

  delete(given: Given): Told {
    const name = text(given, 'projectname');
    const project = this.#projects.find(name);
    if (project === undefined) return this.#failed(`The customization project ${name} is not found.`);
    if (this.#projects.isPublished(name))
      return this.#failed(`The customization project ${project.name} is published and cannot be deleted.`);
    this.#projects.delete(name);
    return this.#told(`Delete project: ${project.name}`);
  }

  /** The tenants that a call is about; `undefined` where the list names none or one that is not there. */
  #tenantNames(given: Given, current: Tenant): readonly string[] | undefined {
    const mode = text(given, 'tenantmode').toLowerCase();
    if (mode === 'all') return [...this.#tenants.values()].map(({ name }) => name);
    if (mode !== 'list') return [current.name];
    const names = texts(given.get('tenantloginnames'));
    return names.length > 0 && names.every((name) => this.#tenants.has(name.toLowerCase())) ? names : undefined;
  }

  #log(): CustomizationLog {
    return new CustomizationLog(() => this.#clock.now());
  }

  #told(message: string): Told {
    return { log: this.#log().tell(message).records };
  }

  #failed(message: string): Told {
    return { log: this.#log().fail(message).records };
  }
}
