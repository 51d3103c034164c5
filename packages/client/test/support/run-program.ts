import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** How the program of `connecting-program.ts` ended: its exit code or signal, and what it said on stderr. */
export function runProgram(
  url: string,
  ending: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly ended: number | string; readonly stderr: string }> {
  const program = join(__dirname, 'connecting-program.ts');
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(__dirname, '../../../../tsconfig.base.json'), ...environment };
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', program, url, ending], { env }, (error, _stdout, stderr) => {
      done({ ended: error?.signal ?? (error?.code as number | undefined) ?? 0, stderr });
    });
  });
}
