import type { ImportExtension, Verdict } from './verdict.js';

/** How classes are generated for a project. */
export interface Style {
  readonly style: 'decorators' | 'erasable';
  readonly importExtension: ImportExtension;
}

/** What was chosen for a project, and why. */
export interface ChosenStyle extends Style {
  /** Why this style, as a part of a sentence. */
  readonly styleReason: string;
  /** How imports end, and what a toolchain needs to follow them, as a part of a sentence. */
  readonly importReason: string;
}

const ENDINGS: readonly ImportExtension[] = ['.js', '', '.ts'];

/**
 * Decorated classes where every toolchain of the project takes them, erasable ones as soon as one does not, and where
 * nothing is known. Imports end as all of them follow; where no ending suits all, as those need that cannot be told.
 */
export function chooseStyle(verdicts: readonly Verdict[]): ChosenStyle {
  const refusing = verdicts.find(({ refusal }) => refusal !== undefined);
  const compiling = verdicts.filter(({ toolchain, refusal }) => refusal === undefined && toolchain !== 'Jest');
  const style = refusing === undefined && compiling.length > 0 ? 'decorators' : 'erasable';
  return { style, styleReason: styleReason(refusing, compiling), ...chooseEnding(verdicts) };
}

function styleReason(refusing: Verdict | undefined, compiling: readonly Verdict[]): string {
  if (refusing !== undefined) {
    return `erasable classes, since ${refusing.toolchain} does not take decorated fields: ${refusing.refusal ?? ''}`;
  }
  if (compiling.length === 0) return 'erasable classes, since no compiler is installed that could be tried';
  return `decorated classes, since ${list(compiling)} ${compiling.length === 1 ? 'takes' : 'take'} them`;
}

function chooseEnding(verdicts: readonly Verdict[]): Pick<ChosenStyle, 'importExtension' | 'importReason'> {
  if (verdicts.length === 0) return { importExtension: '.js', importReason: 'imports end in .js' };
  const strict = verdicts.find(({ isStrict }) => isStrict === true);
  const followed = (ending: ImportExtension): number =>
    verdicts.filter(({ follows }) => follows.includes(ending)).length;
  const best = ENDINGS.reduce((a, b) => (followed(b) > followed(a) ? b : a));
  const importExtension = strict?.follows[0] ?? best;
  const lost = verdicts.filter(({ follows }) => !follows.includes(importExtension));
  return { importExtension, importReason: `imports ${endingText(importExtension)}${lostText(lost, importExtension)}` };
}

function endingText(ending: ImportExtension): string {
  return ending === '' ? 'without ending' : `end in ${ending}`;
}

function lostText(lost: readonly Verdict[], ending: ImportExtension): string {
  if (lost.length === 0) return '';
  const settings = lost.map(({ toolchain }) => {
    if (toolchain === 'Jest') return `Jest needs "moduleNameMapper": { "^(\\\\.{1,2}/.*)\\\\.js$": "$1" }`;
    return ending === '.ts'
      ? `${toolchain} needs "allowImportingTsExtensions" or "rewriteRelativeImportExtensions"`
      : `${toolchain} does not follow that`;
  });
  return ` (${settings.join(', ')})`;
}

function list(verdicts: readonly Verdict[]): string {
  const names = verdicts.map(({ toolchain }) => toolchain);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
