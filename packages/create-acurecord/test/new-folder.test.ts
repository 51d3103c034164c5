import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newFolder } from '../src/new-folder.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'create-acurecord-'));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

it('makes the folder that is named, and hands the other words on', async () => {
  const made = await newFolder(['desk', '--simulator', '--yes'], cwd);
  expect(made).toEqual({ folder: join(cwd, 'desk'), args: ['--simulator', '--yes'] });
  expect(existsSync(join(cwd, 'desk'))).toBe(true);
});

it('takes the current folder where none is named', async () => {
  expect(await newFolder(['--yes'], cwd)).toEqual({ folder: cwd, args: ['--yes'] });
  expect(await newFolder([], cwd)).toEqual({ folder: cwd, args: [] });
});

it('takes a fresh clone, and refuses a folder in which there is a program', async () => {
  mkdirSync(join(cwd, '.git'));
  writeFileSync(join(cwd, 'README.md'), '');
  expect((await newFolder(['.'], cwd)).folder).toBe(cwd);
  writeFileSync(join(cwd, 'package.json'), '{}');
  await expect(newFolder(['.'], cwd)).rejects.toThrow(
    /is not empty \(package\.json\)\. Run "npx @acurecord\/cli init"/,
  );
});
