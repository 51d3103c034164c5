import type { Project } from '../project/project.js';
import type { ImportExtension, Verdict } from './verdict.js';

/** Compilers that cannot be tried without the project's own code, and what is known of them, by package. */
const KNOWN: readonly { readonly packages: readonly string[]; readonly verdict: Verdict }[] = [
  {
    packages: ['next'],
    verdict: {
      toolchain: 'Next',
      refusal: 'it compiles with SWC, which leaves decorators on accessor fields',
      follows: ['', '.ts'],
    },
  },
  {
    packages: ['rolldown', 'tsdown', '@oxc-node/core', 'oxc-transform'],
    verdict: { toolchain: 'Oxc', refusal: 'it leaves standard decorators', follows: ['.js', '', '.ts'] },
  },
  {
    packages: ['wrangler', '@cloudflare/vite-plugin'],
    verdict: {
      toolchain: 'wrangler',
      refusal: 'it compiles with esbuild for "esnext", which leaves decorators',
      follows: ['.js', '', '.ts'],
    },
  },
  {
    packages: ['jiti'],
    verdict: { toolchain: 'jiti', refusal: 'it has no accessor fields', follows: ['.js', '', '.ts'] },
  },
];

/** What is known of compilers that cannot be tried. */
export function knownVerdicts({ declared }: Project): Verdict[] {
  return KNOWN.filter(({ packages }) => packages.some((name) => declared.has(name))).map(({ verdict }) => verdict);
}

/**
 * What Jest says of imports, whatever compiles for it: it looks for files as they are named, so that `.js` needs a
 * `moduleNameMapper` when the file ends in `.ts`.
 */
export async function jestVerdict({ declared, manifests, text }: Project): Promise<Verdict | undefined> {
  if (!declared.has('jest')) return undefined;
  const files = ['js', 'cjs', 'mjs', 'ts', 'json'].map((ending) => `jest.config.${ending}`);
  // only its text is looked at: it is code of the project
  const config = `${JSON.stringify(manifests.map(({ manifest }) => manifest['jest']))}${await text(...files)}`;
  const maps = config.includes('moduleNameMapper') && /\\\.js\b/.test(config);
  const follows: readonly ImportExtension[] = maps ? ['.js', '', '.ts'] : ['', '.ts'];
  return { toolchain: 'Jest', follows };
}
