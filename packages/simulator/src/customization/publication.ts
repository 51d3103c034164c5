import type { CustomizationLog } from './customization-log.js';
import type { CustomizationProjects } from './customization-projects.js';

/** What is to be published, and where. */
export interface PublicationPlan {
  readonly names: readonly string[];
  readonly tenants: readonly string[];
  /** Beside what is published already, or in its place. */
  readonly besideOthers: boolean;
  readonly onlyValidates: boolean;
}

/** Projects on their way to be published: they get there by being asked for. */
export class Publication {
  readonly plan: PublicationPlan;
  readonly log: CustomizationLog;
  #pollsLeft: number;
  #state: 'running' | 'completed' | 'failed' = 'running';

  constructor(plan: PublicationPlan, log: CustomizationLog, polls: number) {
    this.plan = plan;
    this.log = log;
    this.#pollsLeft = polls;
  }

  get isCompleted(): boolean {
    return this.#state === 'completed';
  }

  get isFailed(): boolean {
    return this.#state === 'failed';
  }

  get isRunning(): boolean {
    return this.#state === 'running';
  }

  /** One look at it. */
  poll(projects: CustomizationProjects): void {
    if (!this.isRunning) return;
    if (this.#pollsLeft > 0) {
      this.#pollsLeft -= 1;
      this.log.tell(`Validating ${this.plan.names.join(', ')}`);
      return;
    }
    this.#finish(projects);
  }

  #finish(projects: CustomizationProjects): void {
    const { names, tenants, onlyValidates, besideOthers } = this.plan;
    const failures = names.flatMap((name) => projects.find(name)?.failWith ?? []);
    for (const failure of failures) this.log.fail(failure);
    if (failures.length > 0) {
      this.log.fail('Validation failed.');
      this.#state = 'failed';
      return;
    }
    this.log.tell('Validation finished successfully.');
    if (!onlyValidates) {
      for (const tenant of tenants) projects.publish(tenant, names, besideOthers);
      this.log.tell('Website updated.');
    }
    this.#state = 'completed';
  }
}
