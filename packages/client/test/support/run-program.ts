import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const program = join(__dirname, 'connecting-program.ts');
const variables = { ...process.env, TSX_TSCONFIG_PATH: join(__dirname, '../../../../tsconfig.base.json') };

/** The program of `connecting-program.ts`, under way; the caller ends it. */
export function startProgram(url: string, ending: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', program, url, ending], { env: variables });
}

/** How the program of `connecting-program.ts` ended: its exit code or signal, and what it said on stderr. */
export function runProgram(
  url: string,
  ending: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly ended: number | string; readonly stderr: string }> {
  const env = { ...variables, ...environment };
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', program, url, ending], { env }, (error, _stdout, stderr) => {
      done({ ended: error?.signal ?? (error?.code as number | undefined) ?? 0, stderr });
    });
  });
}
