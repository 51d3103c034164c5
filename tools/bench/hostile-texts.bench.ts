import { answerReaders } from '../test/hostile/answer-readers.js';
import { documentReaders } from '../test/hostile/document-readers.js';
import { errorReaders } from '../test/hostile/error-readers.js';
import { filterReaders } from '../test/hostile/filter-readers.js';
import { hostileShapes } from '../test/hostile/hostile-shapes.js';
import { report, timeMs } from './report.js';

const LENGTH = 1_000_000;

/** Whatever a reader says of a text, it is the time that counts. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch {
    // A refusal ends the reading too.
  }
}

const readers = [...errorReaders, ...filterReaders, ...answerReaders, ...documentReaders];
for (const { name, read } of readers) {
  let slowest = 0;
  for (const { text } of hostileShapes) {
    const [eighth, whole] = [text(LENGTH / 8), text(LENGTH)];
    const small = Math.max(1, await timeMs(() => attempt(() => read(eighth))));
    slowest = Math.max(slowest, (await timeMs(() => attempt(() => read(whole)))) / small);
  }
  report({ label: `1 MB of the worst shape by an eighth of it: ${name}`, value: slowest, unit: '×', atMost: 32 });
}
