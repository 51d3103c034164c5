// Runs the part whose file is the argument, and tells the parent process how it ended.
import { pathToFileURL } from 'node:url';

const { run, limitMinutes = 60 } = await import(pathToFileURL(process.argv[2]).href);
const limit = setTimeout(
  () => end({ failed: `It was not done after ${limitMinutes} minutes.` }),
  limitMinutes * 60_000,
);
try {
  end({ summary: await run() });
} catch (error) {
  console.error(error);
  end({ failed: String(error?.message ?? error).split('\n')[0] });
}

function end(message) {
  clearTimeout(limit);
  process.send(message, () => process.exit(message.failed === undefined ? 0 : 1));
}
