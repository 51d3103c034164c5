import type { CustomizationItem, CustomizationOptions, CustomizationProject } from './customization-options.js';

/** A project as the site keeps it. */
export type StoredProject = Required<Pick<CustomizationProject, 'content' | 'items'>> &
  Omit<CustomizationProject, 'published' | 'content' | 'items'> & { readonly name: string };

/** An archive without files. */
const emptyArchive = Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1').toString('base64');

const same = (name: string): string => name.toLowerCase();

/** The customization projects of a site, which all tenants share, and which of them is published where. */
export class CustomizationProjects {
  readonly #byName = new Map<string, StoredProject>();
  /** Names by tenant, in the order of publishing. */
  readonly #published = new Map<string, readonly string[]>();

  constructor({ projects = {} }: CustomizationOptions, tenants: Iterable<string>) {
    for (const [name, { published: _published, ...project }] of Object.entries(projects)) this.put(name, project);
    const published = Object.keys(projects).filter((name) => projects[name]?.published === true);
    for (const tenant of tenants) this.#published.set(same(tenant), published);
  }

  find(name: string): StoredProject | undefined {
    return this.#byName.get(same(name));
  }

  put(name: string, project: Omit<CustomizationProject, 'published'>): void {
    this.#byName.set(same(name), { content: emptyArchive, items: [], ...project, name });
  }

  delete(name: string): void {
    this.#byName.delete(same(name));
  }

  /** The names of the projects that are published in a tenant. */
  published(tenant: string): readonly string[] {
    return this.#published.get(same(tenant)) ?? [];
  }

  /** What the published projects of a tenant have changed. */
  items(tenant: string): CustomizationItem[] {
    return this.published(tenant).flatMap((name) => [...(this.find(name)?.items ?? [])]);
  }

  isPublished(name: string): boolean {
    return [...this.#published.values()].flat().some((published) => same(published) === same(name));
  }

  /** Publishes projects in a tenant, beside those that are or in their place. */
  publish(tenant: string, names: readonly string[], besideOthers: boolean): void {
    const others = besideOthers ? this.published(tenant) : [];
    const added = names.map((name) => this.find(name)?.name ?? name);
    this.#published.set(same(tenant), [...new Set([...others, ...added])]);
  }

  unpublish(tenant: string): void {
    this.#published.set(same(tenant), []);
  }
}
