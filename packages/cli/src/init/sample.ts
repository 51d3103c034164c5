import { knownKeys } from 'acurecord';
import type { EndpointSchema } from 'acurecord';
import type { ImportExtension } from '../toolchain/verdict.js';
import type { Language, TestRunner } from './surroundings.js';

/** An entity as the endpoint describes it. */
export type SampleEntity = EndpointSchema['entities'][string];

/** What the sample is about. */
export interface SampleSubject {
  readonly endpoint: string;
  readonly version: string;
  readonly entity: string;
  /** A key, or the first text: it names a record. */
  readonly key: string;
  /** Another text, which gets a rule; absent where there is none. */
  readonly text?: string;
  readonly language: Language;
  readonly runner: TestRunner;
  /** `./acumatica/index.js`: where the generated classes are, seen from the sample. */
  readonly models: string;
  readonly importExtension: ImportExtension;
  /** The file with the endpoint's document, for the simulator; absent where its own company has this endpoint. */
  readonly document?: string;
}

/** The text fields of an entity that a sample shows: what names a record, and what describes it. */
export function shownFields({
  name: entity,
  members,
  keys: told,
}: SampleEntity): { key: string; text?: string } | undefined {
  const keys = told ?? knownKeys(entity, Object.keys(members)) ?? [];
  const texts = Object.entries(members).flatMap(([name, member]) =>
    member.kind === 'field' && member.type === 'String' && member.custom === undefined ? [name] : [],
  );
  const key = keys.find((name) => texts.includes(name)) ?? texts.find((name) => /(ID|Nbr|CD)$/.test(name)) ?? texts[0];
  if (key === undefined) return undefined;
  const others = texts.filter((name) => !keys.includes(name) && name !== key);
  const text = others.find((name) => /Name$|Description$/.test(name)) ?? others[0];
  return { key, ...(text !== undefined && { text }) };
}

/** The class of the program's own: a generated one with a rule of class-validator, or one that is written by hand. */
export function recordsText({ entity, key, text, language, models, endpoint, version }: SampleSubject): string {
  const rule = text === undefined ? '' : `  ${text}: field.string({ rules: [MaxLength(60)] }),\n`;
  const validator = text === undefined ? '' : "import { MaxLength } from 'class-validator';\n";
  const start = `import { defineFields, field } from 'acurecord';\n${validator}`;
  if (language === 'typescript') {
    return (
      `${start}import * as generated from '${models}';\n\n/** What this program knows of a ${entity} beside what the ERP says. */\n` +
      `export class ${entity} extends defineFields(generated.${entity}, {\n${rule}}) {}\n`
    );
  }
  return (
    `${start}\nconst made = { endpoint: '${endpoint}', version: '${version}' };\n\n/** The fields of a ${entity} that this program uses. */\n` +
    `export class ${entity} extends defineFields(\n  '${entity}',\n  {\n    ${key}: field.string({ key: true }),\n  ${rule}  },\n  made,\n) {}\n`
  );
}

/** The program: it prints a record. */
export function programText({ entity, key, text, language, importExtension }: SampleSubject): string {
  const ending = language === 'typescript' ? importExtension : '.js';
  const type =
    language === 'typescript' ? { result: ': Promise<void>', error: ': unknown' } : { result: '', error: '' };
  const name = variable(entity);
  const shown = text === undefined ? `${name}?.${key}` : `${name}?.${key}, ${name}?.${text}`;
  return `import { AcumaticaClient } from 'acurecord';
import { ${entity} } from './records${ending}';

/** Prints the first ${entity} that the ERP lists; the settings are in .env. */
async function main()${type.result} {
  const client = await AcumaticaClient.connect();
  try {
    const ${name} = await ${entity}.first();
    console.log('${entity}', ${shown});
  } finally {
    await client.close(); // gives the API seat back
  }
}

main().catch((error${type.error}) => {
  console.error(error);
  process.exitCode = 1;
});
`;
}

const RUNNERS: Readonly<Record<TestRunner, string>> = {
  node: "import { after, before, test } from 'node:test';",
  vitest: "import { afterAll as after, beforeAll as before, test } from 'vitest';",
  jest: "import { afterAll as after, beforeAll as before, test } from '@jest/globals';",
};

/** The test: the program's class over the wire, on the simulator. */
export function testText(subject: SampleSubject): string {
  const { entity, key, endpoint, version, language, importExtension, document } = subject;
  const isTyped = language === 'typescript';
  const ending = isTyped ? importExtension : '.js';
  const readsFile = document === undefined ? '' : "import { readFileSync } from 'node:fs';\n";
  const options =
    document === undefined ? '' : `{ schema: JSON.parse(readFileSync('${document}', 'utf8')), generated: 3 }`;
  const types = isTyped ? "import type { Simulator } from '@acurecord/simulator';\n" : '';
  return `import assert from 'node:assert/strict';
${readsFile}${RUNNERS[subject.runner]}
import { AcumaticaClient } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
${types}import { ${entity} } from './records${ending}';

let simulator${isTyped ? ': Simulator' : ''};
let client${isTyped ? ': AcumaticaClient' : ''};

before(async () => {
  simulator = await startSimulator(${options});
  client = await AcumaticaClient.connect({
    baseUrl: simulator.url,
    username: 'admin',
    password: 'admin-secret',
    tenant: 'Company',
    endpointName: '${endpoint}',
    endpointVersion: '${version}',
    autoLoadEnv: false,
  });
});

after(async () => {
  await client.close();
  await simulator.close();
});

test('a ${entity} is read over the wire', async () => {
  const record = await ${entity}.first();
  assert.equal(typeof record?.${key}, 'string');
});
${ruleTest(subject)}`;
}

function ruleTest({ entity, text }: SampleSubject): string {
  if (text === undefined) return '';
  return `
test('a ${entity} that breaks a rule is refused before anything is sent', async () => {
  const before = simulator.requests().length;
  await assert.rejects(new ${entity}({ ${text}: 'x'.repeat(61) }).save(), /${text} must be shorter than or equal to 60/);
  assert.equal(simulator.requests().length, before);
});
`;
}

/** A name for one record: `salesOrder`, or with a sign before it where the language keeps the word. */
function variable(entity: string): string {
  const name = entity.charAt(0).toLowerCase() + entity.slice(1);
  return /^(case|default|new|class|import|export|delete|package|return|switch)$/.test(name) ? `the${entity}` : name;
}

/** The same program for CommonJS in plain JavaScript. */
export function asCommonJs(text: string): string {
  const names = [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => name);
  const body = text
    .replace(/^import (\w+) from '([^']+)';$/gm, "const $1 = require('$2');")
    .replace(/^import \{([^}]+)\} from '([^']+)';$/gm, (_all, list: string, from: string) => {
      return `const {${list.replaceAll(' as ', ': ')}} = require('${from}');`;
    })
    .replace(/^export class/gm, 'class');
  return names.length === 0 ? body : `${body}\nmodule.exports = { ${names.join(', ')} };\n`;
}
