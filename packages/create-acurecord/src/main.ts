#!/usr/bin/env node
import { runProcess } from '@acurecord/cli';
import { newFolder } from './new-folder.js';

const { folder, args } = await newFolder(process.argv.slice(2), process.cwd()).catch((error: unknown) => {
  process.stderr.write(`Error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
await runProcess(['init', ...args], folder);
