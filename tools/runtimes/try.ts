import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installInto, packAll, tarballsIn } from '../test/packed/install-packages.js';
import { runTrial } from './run-trial.js';
import type { Result } from './run-trial.js';
import type { Trial } from './trial.js';

/** What came of many trials: results, and sentences about those that went otherwise than they should. */
export interface Tried {
  readonly results: readonly Result[];
  readonly failures: readonly string[];
}

/** Tries one after the other, each in a folder of its own, which is removed again. */
export async function tryAll(trials: readonly Trial[], tell: (line: string) => void): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), 'acurecord-runtimes-'));
  const tarballs = join(folder, 'tarballs');
  const results: Result[] = [];
  const failures: string[] = [];
  try {
    await mkdir(tarballs);
    await packAll(tarballs);
    const ours = await tarballsIn(tarballs);
    for (const trial of trials) {
      const place = join(folder, trial.name.replaceAll(/\W+/g, '-'));
      const outcome = await runTrial(trial, place, (into, others) => installInto(into, [...ours, ...others])).catch(
        (error: unknown) => error as Error,
      );
      if (outcome instanceof Error) failures.push(outcome.message);
      else results.push(outcome);
      tell(`${trial.name}: ${outcome instanceof Error ? outcome.message : JSON.stringify(outcome.outcomes)}`);
      await rm(place, { recursive: true, force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { results, failures };
}
