import { AsyncResource } from 'node:async_hooks';
import { AcumaticaTaskError } from '@acurecord/errors';
import { readSchedule } from '../schedule/read-schedule.js';
import type { TaskDefinition, TaskOptions } from './task-definition.js';

/** Reads what `scheduleTask` was given. @throws AcumaticaTaskError that names the wrong option */
export function readTask<C>(options: TaskOptions<C>): TaskDefinition<C> {
  const task = oneOf('task', options.task, 'func', options.func);
  if (typeof task !== 'function') throw new AcumaticaTaskError('A task needs a function: give it as "task".');
  const name = oneOf('name', options.name, 'taskName', options.taskName) ?? task.name;
  if (typeof name !== 'string' || name === '') throw new AcumaticaTaskError('A task needs a name: give it as "name".');
  const { retry = { attempts: 1 }, dependsOn = [], onSuccess, onFailure } = options;
  const definition: TaskDefinition<C> = {
    name,
    task,
    asyncContext: new AsyncResource('AcuRecordTask'),
    schedule: readSchedule(options),
    overlap: options.overlap ?? 'skip',
    misfire: options.misfire ?? 'runOnce',
    timeoutMs: options.timeoutMs ?? Infinity,
    retry,
    dependsOn: typeof dependsOn === 'string' ? [dependsOn] : [...dependsOn],
    priority: options.priority ?? 0,
    jitterMs: options.jitterMs ?? 0,
    maxRuns: options.maxRuns ?? Infinity,
    ...(onSuccess && { onSuccess }),
    ...(onFailure && { onFailure }),
  };
  check(definition);
  return definition;
}

function oneOf<T>(name: string, value: T | undefined, alias: string, other: T | undefined): T | undefined {
  if (value !== undefined && other !== undefined && value !== other) {
    throw new AcumaticaTaskError(`"${name}" and "${alias}" mean the same; give one of them.`);
  }
  return value ?? other;
}

function check<C>(task: TaskDefinition<C>): void {
  const { retry } = task;
  const demands: readonly (readonly [string, boolean])[] = [
    ['"overlap" is skip, queue or allow', ['skip', 'queue', 'allow'].includes(task.overlap)],
    ['"misfire" is runOnce, skip or runAll', ['runOnce', 'skip', 'runAll'].includes(task.misfire)],
    ['"timeoutMs" is above 0', task.timeoutMs > 0],
    ['"maxRuns" is a whole number above 0', task.maxRuns === Infinity || isWhole(task.maxRuns)],
    ['"jitterMs" is 0 or more and finite', task.jitterMs >= 0 && task.jitterMs < Infinity],
    ['"priority" is a number', Number.isFinite(task.priority)],
    ['"retry.attempts" is a whole number above 0', isWhole(retry.attempts)],
    ['"retry.delayMs" is 0 or more', (retry.delayMs ?? 0) >= 0],
    ['"retry.factor" is 1 or more', (retry.factor ?? 1) >= 1],
    ['"retry.jitter" is from 0 to 1', (retry.jitter ?? 0) >= 0 && (retry.jitter ?? 0) <= 1],
    ['"dependsOn" names other tasks', !task.dependsOn.includes(task.name)],
  ];
  const broken = demands.find(([, holds]) => !holds);
  if (broken) throw new AcumaticaTaskError(`Task "${task.name}" cannot be scheduled: ${broken[0]}.`);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
