import type { Project } from '../project/project.js';
import { babelVerdict } from './babel-verdict.js';
import { chooseStyle } from './choose-style.js';
import type { ChosenStyle } from './choose-style.js';
import { esbuildVerdict } from './esbuild-verdict.js';
import { jestVerdict, knownVerdicts } from './known-verdicts.js';
import { bunVerdict, denoVerdict, nodeItself, nodeRunsTypeScript, nodeVerdict } from './runtime-verdicts.js';
import { swcVerdict } from './swc-verdict.js';
import { typescriptVerdict } from './typescript-verdict.js';
import type { Verdict } from './verdict.js';
import { viteVerdict } from './vite-verdict.js';

/**
 * The style of generated classes that a project's toolchains take: each one that is installed compiles a small probe.
 * None of the project's own code is run, also where it sets a compiler up.
 */
export async function projectStyle(project: Project): Promise<ChosenStyle> {
  return chooseStyle(await verdictsOf(project));
}

/** What each toolchain of a project says; compilers are tried one after another, so that they share no memory. */
async function verdictsOf(project: Project): Promise<Verdict[]> {
  const tries = [typescriptVerdict, esbuildVerdict, swcVerdict, babelVerdict, viteVerdict, nodeVerdict, bunVerdict];
  const verdicts: Verdict[] = [];
  for (const attempt of [...tries, denoVerdict]) {
    const verdict = await attempt(project);
    if (verdict !== undefined) verdicts.push(verdict);
  }
  verdicts.push(...knownVerdicts(project));
  if (verdicts.length === 0 && nodeRunsTypeScript()) verdicts.push(nodeItself());
  const jest = await jestVerdict(project);
  return jest === undefined ? verdicts : [...verdicts, jest];
}
