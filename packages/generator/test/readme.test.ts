import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputFolder } from './output-folder.js';

const root = join(__dirname, '../../..');

it('the example of the README runs as it stands', () => {
  const [, example = ''] = /```ts\n([^]*?)```/.exec(readFileSync(join(__dirname, '../README.md'), 'utf8')) ?? [];
  const folder = outputFolder(new Map([['example.mts', example]]));
  try {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const args = [tsx, '--tsconfig', join(root, 'tsconfig.base.json'), join(folder.path, 'example.mts')];
    const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
    expect(output).toContain('@field.string() accessor CustomerID!: string | null;');
    expect(output).toContain('create customer.ts\ncreate index.ts\n');
  } finally {
    folder.remove();
  }
});
