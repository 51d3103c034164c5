// Adds up what every project's last test run left in its test-results.json and prints one closing line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const projects = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
);
const total = { passed: 0, failed: 0, skipped: 0 };

for (const project of [...projects, join(root, 'tools')]) {
  const counts = readCounts(join(project, 'test-results.json'));
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  if (counts.notRun !== undefined) console.log(`\n*** NOT RUN: ${counts.notRun}. ***\n`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
if (total.passed === 0 || total.failed > 0) process.exitCode = 1;

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}
