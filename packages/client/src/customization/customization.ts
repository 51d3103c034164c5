import { setTimeout as sleep } from 'node:timers/promises';
import { AcumaticaConfigError, AcumaticaServerError, AcumaticaTimeoutError } from '@acurecord/errors';
import type { Connection } from '../connection/connection.js';
import { logOf, refuseLoggedErrors } from './customization-log.js';
import type { CustomizationLogRecord } from './customization-log.js';

/** The projects that are published in a tenant. */
export interface PublishedProjects {
  readonly projects: readonly string[];
  /** Screens, files and other parts that they change, as the ERP names them. */
  readonly items: readonly unknown[];
}

/** How a package is brought into the ERP. */
export interface ImportOptions {
  readonly description?: string;
  /** Later levels overrule earlier ones. @default none */
  readonly level?: number;
  /** Whether a project of this name is replaced. @default true */
  readonly replace?: boolean;
  readonly signal?: AbortSignal;
}

/** In which tenants: that of the session, all, or those with these login names. @default current */
export type CustomizedTenants = 'current' | 'all' | readonly string[];

/** How projects are published. */
export interface PublishOptions {
  /** Leaves the projects that are published already; false takes all others out. @default true */
  readonly merge?: boolean;
  /** Only finds out whether the projects could be published. @default false */
  readonly onlyValidate?: boolean;
  /** Changes the database and no files. @default false */
  readonly onlyDatabase?: boolean;
  /** Runs scripts of the database that ran before, too. @default false */
  readonly replayScripts?: boolean;
  readonly tenants?: CustomizedTenants;
  /** How often the ERP is asked how far it is. @default 2_000 */
  readonly pollMs?: number;
  /** How long it may take in all. @default 1_800_000, half an hour */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Told each new line of the ERP's log. */
  readonly onProgress?: (line: CustomizationLogRecord) => void;
}

/** Customization projects of the site: `client.customization`. The user needs the role Customizer. */
export class Customization {
  readonly #open: () => Promise<Connection>;

  /** Made by a client. */
  constructor(open: () => Promise<Connection>) {
    this.#open = open;
  }

  /** What is published in the tenant of the session. */
  async published(): Promise<PublishedProjects> {
    const body = await this.#ask('getPublished', {}, { readsOnly: true });
    const { projects = [], items = [] } = body as { projects?: { name?: unknown }[]; items?: unknown[] };
    return { projects: projects.map(({ name }) => String(name)), items };
  }

  /** The package of a project, a zip archive. @throws AcumaticaBusinessRuleError when there is none */
  async download(projectName: string): Promise<Uint8Array> {
    const body = await this.#ask('getProject', { projectName: named(projectName) }, { readsOnly: true });
    const { projectContentBase64: content } = body as { projectContentBase64?: unknown };
    if (typeof content !== 'string') throw new AcumaticaServerError(`The ERP gave no content of ${projectName}.`);
    return Buffer.from(content, 'base64');
  }

  /** Brings a package, a zip archive, into the ERP; nothing is published by that. @throws AcumaticaBusinessRuleError */
  async import(projectName: string, content: Uint8Array, options: ImportOptions = {}): Promise<void> {
    const { description = '', level, replace = true, signal } = options;
    const body = {
      projectName: named(projectName),
      projectDescription: description,
      ...(level !== undefined && { projectLevel: level }),
      isReplaceIfExists: replace,
      projectContentBase64: Buffer.from(content).toString('base64'),
    };
    await this.#ask('import', body, { ...(signal && { signal }) });
  }

  /**
   * Publishes projects and resolves when the ERP has finished, with its log. The site restarts on the way: requests of
   * others may fail meanwhile.
   *
   * @throws AcumaticaBusinessRuleError with the lines of the log that say what is wrong, AcumaticaTimeoutError
   */
  async publish(projectNames: readonly string[], options: PublishOptions = {}): Promise<CustomizationLogRecord[]> {
    const { merge = true, signal, timeoutMs = 1_800_000, pollMs = 2_000, onProgress } = options;
    if (projectNames.length === 0) throw new AcumaticaConfigError('publish() needs the name of a project.');
    const begin = {
      projectNames: projectNames.map(named),
      isMergeWithExistingPackages: merge,
      isOnlyValidation: options.onlyValidate ?? false,
      isOnlyDbUpdates: options.onlyDatabase ?? false,
      isReplayPreviouslyExecutedScripts: options.replayScripts ?? false,
      ...tenantMode(options.tenants),
    };
    const operation = `Publishing ${projectNames.join(', ')}`;
    const calling = signal && { signal };
    await this.#ask('publishBegin', begin, { ...calling });
    const deadline = Date.now() + timeoutMs;
    let told = 0;
    for (;;) {
      const body = await this.#ask('publishEnd', {}, { ...calling, readsOnly: true, isPoll: true });
      const log = logOf(body);
      for (const line of log.slice(told)) onProgress?.(line);
      told = Math.max(told, log.length);
      const { isCompleted, isFailed } = body as { isCompleted?: unknown; isFailed?: unknown };
      if (isFailed === true || isCompleted === true) {
        refuseLoggedErrors(operation, log, isFailed === true);
        return log;
      }
      if (Date.now() >= deadline)
        throw new AcumaticaTimeoutError(`${operation} goes on in the ERP after ${timeoutMs} ms.`, {
          timeoutSeconds: timeoutMs / 1000,
        });
      await sleep(pollMs, undefined, { ...calling });
    }
  }

  /** Takes all projects out. @throws AcumaticaBusinessRuleError */
  async unpublishAll(options: Pick<PublishOptions, 'tenants' | 'signal'> = {}): Promise<void> {
    const { tenants, signal } = options;
    await this.#ask('unpublishAll', tenantMode(tenants), { ...(signal && { signal }) });
  }

  /** Deletes a project that is not published. @throws AcumaticaBusinessRuleError */
  async delete(projectName: string): Promise<void> {
    await this.#ask('delete', { projectName: named(projectName) }, {});
  }

  async #ask(
    call: string,
    json: object,
    { signal, readsOnly = false, isPoll = false }: { signal?: AbortSignal; readsOnly?: boolean; isPoll?: boolean },
  ): Promise<object> {
    const { transport, tenantCheck } = await this.#open();
    const operation = `POST /CustomizationApi/${call}`;
    if (!readsOnly) tenantCheck.refuseWrongTenant(operation);
    const { body } = await transport.send({
      method: 'POST',
      path: `/CustomizationApi/${call}`,
      json,
      readsOnly,
      idempotent: readsOnly,
      ...(signal && { signal }),
    });
    if (typeof body !== 'object' || body === null)
      throw new AcumaticaServerError(`${operation} was answered without a log.`, { operation });
    if (!isPoll) refuseLoggedErrors(operation, logOf(body));
    return body;
  }
}

function named(name: string): string {
  if (typeof name === 'string' && name.trim() !== '') return name;
  throw new AcumaticaConfigError('A customization project has a name.');
}

function tenantMode(tenants: CustomizedTenants = 'current'): Readonly<Record<string, unknown>> {
  if (tenants === 'current') return { tenantMode: 'Current' };
  return tenants === 'all' ? { tenantMode: 'All' } : { tenantMode: 'List', tenantLoginNames: tenants };
}
