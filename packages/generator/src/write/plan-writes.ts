import { provenance } from './stamp.js';

/** What to do with one file of the output folder. */
export interface WriteStep {
  /** Relative to the output folder, with slashes. */
  readonly path: string;
  /**
   * `create`, `update`, `delete` (generated earlier, no longer needed), `keep` (as it should be already), or
   * `refuse`: `reason` says why the file is left alone.
   */
  readonly action: 'create' | 'update' | 'delete' | 'keep' | 'refuse';
  readonly reason?: string;
  /** The new text, for `create` and `update`. */
  readonly text?: string;
}

/** How files that are there are treated. */
export interface WriteOptions {
  /** Overwrites generated files that were edited by hand. Files that a person wrote are never touched. @default false */
  readonly force?: boolean;
}

/**
 * Decides, file by file, what generating into a folder would do there. Nothing is written; a check for "would
 * anything change" is `steps.some(({ action }) => action !== 'keep')`.
 *
 * @param existing text of the `.ts` files in the folder, by path relative to it
 */
export function planWrites(
  files: ReadonlyMap<string, string>,
  existing: ReadonlyMap<string, string>,
  { force = false }: WriteOptions = {},
): WriteStep[] {
  const steps = [...files].map(([path, text]) => planFile(path, text, existing.get(path), force));
  const stale = [...existing]
    .filter(([path]) => !files.has(path))
    .flatMap(([path, text]) => planStale(path, text, force));
  return [...steps, ...stale].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function planFile(path: string, text: string, old: string | undefined, force: boolean): WriteStep {
  if (old === undefined) return { path, action: 'create', text };
  const origin = provenance(old);
  if (origin === 'person') {
    return { path, action: 'refuse', reason: 'it is not a generated file; move it, or choose another folder' };
  }
  if (origin === 'edited' && !force) {
    return {
      path,
      action: 'refuse',
      reason: 'it was edited by hand; move your code to a file of its own, or use --force',
    };
  }
  return isSame(old, text) ? { path, action: 'keep' } : { path, action: 'update', text };
}

/** What a person wrote beside the generated files is none of ours. */
function planStale(path: string, text: string, force: boolean): WriteStep[] {
  const origin = provenance(text);
  if (origin === 'person') return [];
  if (origin === 'generated' || force) return [{ path, action: 'delete' }];
  return [
    { path, action: 'refuse', reason: 'it is no longer needed, but was edited by hand; delete it, or use --force' },
  ];
}

/** Same header, and code that a formatter may have been over. */
function isSame(old: string, text: string): boolean {
  const header = (file: string): string =>
    file
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .split('\n', 2)
      .join('\n');
  return provenance(old) === 'generated' && header(old) === header(text);
}
