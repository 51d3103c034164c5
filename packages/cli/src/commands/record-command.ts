import { once } from 'node:events';
import { resolve } from 'node:path';
import { record } from '@acurecord/simulator';
import type { Command } from 'commander';
import { addCommonOptions } from '../connection/connection-options.js';
import { wholeNumber } from '../connection/open-client.js';
import { EXIT, UsageError } from '../exit-code.js';
import { finishStep } from '../terminal/interruption.js';
import { put, say } from '../terminal/terminal.js';
import type { Terminal } from '../terminal/terminal.js';

interface Options {
  readonly out: string;
  readonly port: string;
  readonly json?: boolean;
}

/** `acurecord record`: writes down what goes through a proxy in front of a site, until Ctrl-C. */
export function addRecordCommand(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const command = program
    .command('record <url>')
    .description('write down what an ERP answers: a proxy in front of it, until Ctrl-C')
    .option('--out <file>', 'where it is written, readable by you alone', 'recording.json')
    .option('--port <number>', 'where it listens, on loopback only; 0 is any free one', '0')
    .addHelpText(
      'after',
      '\nPasswords, tokens and session cookies are left out. All business data stays: read the file before you share it.\n' +
        '\nExample:\n  acurecord record https://erp.example.com/AcumaticaERP --out bills.json\n  acurecord verify-recording bills.json',
    );
  addCommonOptions(command).action(async (url: string, options: Options) => {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new UsageError(`${url} is no address of a site.`);
    const file = resolve(terminal.cwd, options.out);
    const recorder = await record(url, { file, port: wholeNumber('--port', options.port) });
    try {
      await put(terminal, options.json === true ? `${JSON.stringify({ url: recorder.url })}\n` : `${recorder.url}\n`);
      say(terminal, 'Let your program connect to that address instead. Ctrl-C ends it.');
      finishStep(terminal);
      if (!terminal.signal.aborted) await once(terminal.signal, 'abort');
    } finally {
      await recorder.close();
    }
    const { exchanges } = recorder.recording();
    say(
      terminal,
      `${exchanges.length} exchanges are in ${options.out}. It holds business data: read it before you share it.`,
    );
    finish(EXIT.ok);
  });
}
