import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { TaskCommand, TaskRow } from '../../contract/index.js';
import type { Desk } from '../desk.js';
import { DeskProblem } from '../desk-problem.js';

/** How long an answer waits for a run; after that the run goes on, and the page hears of its end. */
const runWaitMs = 10_000;

/** The tasks, and what can be done with one. */
export function addTaskRoutes(server: FastifyInstance, { tasks }: Desk): void {
  const commands: Readonly<Record<TaskCommand, (name: string) => void | Promise<void>>> = {
    run: async (name) => {
      const giveUp = new AbortController();
      const late = pause(runWaitMs, undefined, { signal: giveUp.signal }).catch(() => undefined);
      const run = tasks.run(name).finally(() => giveUp.abort());
      await Promise.race([run, late]);
      run.catch(() => undefined);
    },
    pause: (name) => tasks.pause(name),
    resume: (name) => tasks.resume(name),
  };

  server.get('/api/tasks', () => tasks.list());

  server.post<{ Params: { readonly name: string; readonly command: string } }>(
    '/api/tasks/:name/:command',
    async ({ params: { name, command } }): Promise<TaskRow> => {
      if (!tasks.has(name)) throw DeskProblem.notFound(`There is no task "${name}".`);
      if (!Object.hasOwn(commands, command)) throw DeskProblem.notFound(`A task cannot be told to "${command}".`);
      await commands[command as TaskCommand](name);
      const row = tasks.row(name);
      if (row === undefined) throw DeskProblem.notFound(`There is no task "${name}".`);
      return row;
    },
  );
}
