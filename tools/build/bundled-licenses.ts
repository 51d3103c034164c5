import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Writes the licences of the packages whose code went into a build next to it, as those licences ask. */
export const bundledLicenses: Plugin = bundledLicensesIn('THIRD-PARTY-LICENSES.txt');

/** The same in a file of another name, for one of several builds in a folder. */
export function bundledLicensesIn(name: string): Plugin {
  return {
    name: 'bundled-licenses',
    setup: (build) => {
      build.onEnd(({ metafile }) => {
        const folders = Object.keys(metafile?.inputs ?? {}).flatMap(
          (file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
        );
        if (folders.length === 0) return;
        const texts = [...new Set(folders)].sort().map(licenseOf);
        const { outdir = 'dist' } = build.initialOptions;
        mkdirSync(outdir, { recursive: true });
        writeFileSync(join(outdir, name), texts.join('\n'));
      });
    },
  };
}

function licenseOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e/i.test(candidate));
  if (file === undefined) throw new Error(`${name} is bundled, but has no licence to pass on.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
