import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readGuides, root } from './docs/guide.js';
import type { Guide } from './docs/guide.js';
import { writeDemoClasses } from './docs/write-demo-classes.js';

/** Every example of the guides runs and compiles as it stands, with the packages as they were built: what users have. */

const run = promisify(execFile);
const work = join(root, 'tools/.fences/docs');
const guides = readGuides().filter(({ fences }) => fences.length > 0);
const legacy = { experimentalDecorators: true, emitDecoratorMetadata: true };

/** Which generated classes a guide sees: they type `client.models` for all of a program. */
const classesOf = ({ name, fences }: Guide): string => {
  const texts = fences.map(({ code }) => code).join('\n');
  return texts.includes('./src/acumatica/') ? name : texts.includes('./acumatica/') ? 'the demo' : 'no';
};

/** Concurrent tests do not wait for hooks. */
const prepared = prepare();

async function prepare(): Promise<void> {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await writeDemoClasses(join(work, 'acumatica'));
}

const runs: Promise<string>[] = [];

it.concurrent.each(guides.map(({ name, fences }) => [name, fences] as const))(
  'runs the examples of %s',
  async (name, fences) => {
    await prepared;
    const folder = join(work, name);
    writeFileSync(`${folder}.json`, JSON.stringify(fences));
    const program = ['--import', 'tsx', join(root, 'tools/test/docs/run-guide.ts'), folder];
    const complaint = complaintOf(process.execPath, program);
    runs.push(complaint);
    expect(await complaint).toEqual('');
  },
  300_000,
);

it.concurrent.each([...new Set(guides.map(classesOf))])(
  'compiles the examples of guides with the classes of %s',
  async (classes) => {
    await Promise.allSettled(runs); // they write what is compiled, and all of them began before this
    const project = join(work, `tsconfig.${classes.replace(' ', '-')}.json`);
    const settings = {
      extends: '../../../tsconfig.base.json',
      // without `paths` packages are read as they were built, which is what users compile against
      compilerOptions: { ...(classes === 'the demo' ? {} : legacy), paths: {}, noUnusedLocals: false },
      include: guides.filter((guide) => classesOf(guide) === classes).map(({ name }) => `${name}/*.ts`),
    };
    writeFileSync(project, JSON.stringify(settings));
    const printed = await complaintOf('npx', ['tsc', '-p', project, '--pretty', 'false']);
    expect(
      printed
        .split('\n')
        .filter((line) => line.startsWith('tools/.fences/docs'))
        .map(placeInGuide),
    ).toEqual([]);
  },
  300_000,
);

/** Says where in `docs/` a complaint of the compiler belongs. */
function placeInGuide(complaint: string): string {
  return complaint.replace(
    /^tools\/\.fences\/docs\/([^/]+)\/line-(\d+)\.ts\((\d+),/,
    (_all, name, start, line) => `docs/${name}.md(${Number(start) + Number(line)},`,
  );
}

/** Nothing when a program succeeds; all that it printed when it fails. */
async function complaintOf(command: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };
  try {
    await run(command, args, { cwd: root, env, timeout: 120_000 });
    return '';
  } catch (error) {
    const { stdout, stderr, killed } = error as { stdout: string; stderr: string; killed: boolean };
    if (killed) throw error;
    return `${stdout}${stderr}` || String(error);
  }
}
