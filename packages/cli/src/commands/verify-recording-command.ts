import { verifyRecording } from '@acurecord/simulator';
import type { Recording } from '@acurecord/simulator';
import type { Command } from 'commander';
import { addCommonOptions } from '../connection/connection-options.js';
import { EXIT, UsageError } from '../exit-code.js';
import { documentFromFile } from '../generate/load-schema.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options {
  readonly schema?: string;
  readonly json?: boolean;
}

/** `acurecord verify-recording`: prints where the simulator answers otherwise than a recorded ERP. */
export function addVerifyRecordingCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('verify-recording <file>')
    .description('send what was recorded to the simulator, and print where the shapes of answers differ')
    .option('--schema <file>', "the endpoint's document (swagger.json); the demo company's unless told otherwise")
    .addHelpText('after', '\nExits with 1 where something differs. Nothing is sent to your ERP.');
  addCommonOptions(command).action(async (file: string, { schema, json }: Options) => {
    const recording = await documentFromFile(terminal.cwd, file);
    if (!isRecording(recording)) throw new UsageError(`${file} is no recording of "acurecord record".`);
    const document = schema === undefined ? {} : { schema: await documentFromFile(terminal.cwd, schema) };
    const verified = await verifyRecording(recording, document);
    const differing = verified.filter(({ differences }) => differences.length > 0);
    const lines = differing.map(
      ({ request, differences }) => `${request}\n${differences.map((one) => `  ${one}\n`).join('')}`,
    );
    await put(terminal, json === true ? `${JSON.stringify(verified)}\n` : lines.join(''));
    say(terminal, `${verified.length - differing.length} of ${verified.length} exchanges have the same shape.`);
    finish(differing.length === 0 ? EXIT.ok : EXIT.failed);
  });
}

function isRecording(value: unknown): value is Recording {
  const { version, exchanges } = (value ?? {}) as Partial<Recording>;
  return version === 1 && Array.isArray(exchanges);
}
