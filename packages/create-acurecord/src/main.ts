#!/usr/bin/env node
import { nodeFault, startProcess } from '@acurecord/cli';
import { newFolder } from './new-folder.js';

const fault = nodeFault(process.version);
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exit(3);
}
const { folder, args } = await newFolder(process.argv.slice(2), process.cwd()).catch((error: unknown) => {
  process.stderr.write(`Error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
await startProcess(['init', ...args], folder);
