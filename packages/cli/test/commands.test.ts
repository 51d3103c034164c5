import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cert, key } from './loopback-certificate.js';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator } from '@acurecord/simulator';
import { projectFolder } from './project-folder.js';
import { runInTest } from './run-in-test.js';
import type { Outcome } from './run-in-test.js';

let simulator: Simulator;
let project: ReturnType<typeof projectFolder>;

beforeAll(async () => {
  simulator = await startSimulator();
});

beforeEach(() => {
  simulator.reset();
  project = projectFolder(simulator.url);
});

afterEach(() => {
  expect(simulator.sessions()).toHaveLength(0);
  project.remove();
});

afterAll(() => simulator.close());

/** Runs a command that speaks to the simulator. */
const run = (args: readonly string[], stdin?: string): Promise<Outcome> =>
  runInTest([...args, '--env-file', project.envFile], { cwd: project.path, ...(stdin !== undefined && { stdin }) });

describe('query', () => {
  it('prints one JSON object a line into a pipe', async () => {
    const { code, out } = await run(['query', 'Customer', '--select', 'CustomerID', '--top', '3']);
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { CustomerID: string });
    expect(rows.map(({ CustomerID }) => CustomerID)).toHaveLength(3);
  });

  it('prints CSV with the selected columns, linked records included', async () => {
    const { out } = await run(['query', 'Customer', '--csv', '--top', '1', '--select', 'CustomerID,MainContact/Email']);
    expect(out).toMatch(/^CustomerID,MainContact\/Email\r\nABARTENDE,\S+@\S+\r\n$/);
  });

  it('prints texts that a spreadsheet would run as formulas with an apostrophe, unless told otherwise', async () => {
    const names = ['=HYPERLINK("http://x")', '+1-555', '-2+3', '@SUM(A1)', ' =1+1', '|cmd', 'plain', '-12.50'];
    const lines = names.map((name, index) => JSON.stringify({ CustomerID: `ZZ${index}`, CustomerName: name }));
    expect((await run(['put', 'Customer'], lines.join('\n'))).code).toBe(0);
    const asked = ['query', 'Customer', '--filter', "startswith(CustomerID,'ZZ')", '--select', 'CustomerName'];
    const written = (out: string): string[] => out.trimEnd().split('\r\n').slice(1);
    expect(written((await run([...asked, '--csv'])).out)).toEqual([
      `"'=HYPERLINK(""http://x"")"`,
      `'+1-555`,
      `'-2+3`,
      `'@SUM(A1)`,
      `' =1+1`,
      `'|cmd`,
      'plain',
      '-12.50',
    ]);
    for (const raw of [['--raw-csv'], ['--csv', '--raw-csv']])
      expect(written((await run([...asked, ...raw])).out).slice(0, 2)).toEqual([
        `"=HYPERLINK(""http://x"")"`,
        '+1-555',
      ]);
    expect((await run([...asked, '--raw-csv', '--ndjson'])).code).toBe(2);
  });

  it('prints an aligned table', async () => {
    const { out } = await run(['query', 'Customer', '--table', '--top', '2', '--select', 'CustomerID,CreditLimit']);
    expect(out).toMatch(/^CustomerID {2}CreditLimit\n─{10} {2}─{11}\nABARTENDE +\d+\n/);
  });

  it('prints a JSON list that can be parsed, also an empty one', async () => {
    const { out } = await run(['query', 'Customer', '--json', '--filter', "CustomerID eq 'NOPE'"]);
    expect(JSON.parse(out)).toEqual([]);
  });

  it('takes contains() as well as substringof()', async () => {
    const [first, second] = [
      await run(filtered("contains(CustomerName,'Bar')")),
      await run(filtered("substringof('Bar',CustomerName)")),
    ];
    expect(first.out).toBe(second.out);
    expect(first.out).toContain('ABARTENDE');
  });

  it('explains the request instead of sending it', async () => {
    const { out } = await run([...filtered("Status eq 'Active'"), '--explain']);
    expect(JSON.parse(out)).toMatchObject({ filter: "Status eq 'Active'" });
    expect(simulator.requests().some(({ path }) => path.endsWith('/Customer'))).toBe(false);
  });

  it('refuses a filter that cannot be read, before anything is asked', async () => {
    const { code, err } = await run(filtered('Status eq'));
    expect(code).toBe(2);
    expect(err).toContain('Error: The filter cannot be read');
  });

  it.each([
    [
      '--filter',
      'Status eq Active',
      `Customer has no member "Active", which the filter names. A text stands in quotes: 'Active'.`,
    ],
    ['--filter', "CustomerNmae eq 'x'", 'Customer has no member "CustomerNmae", which the filter names. Did you mean'],
    [
      '--filter',
      "MainContact/Emial eq 'x'",
      'Contact has no member "Emial", which the filter names. Did you mean Email?',
    ],
    ['--select', 'CustomerNmae', 'Customer has no member "CustomerNmae". Did you mean CustomerName'],
    ['--expand', 'MainContatc', 'Customer has no member "MainContatc". Did you mean MainContact?'],
  ])('tells a typing error in %s %s before records are asked for', async (option, value, message) => {
    const { code, err } = await run(['query', 'Customer', option, value]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(simulator.requests().some(({ path }) => path.endsWith('/Customer'))).toBe(false);
  });

  it.each([
    ['--top', 'x'],
    ['--skip', '-1'],
    ['--page-size', '0'],
    ['--filter', 'Status eq'],
  ])('tells what is wrong with %s %s before it signs in', async (option, value) => {
    expect((await run(['query', 'Customer', option, value])).code).toBe(2);
    expect(simulator.requests()).toHaveLength(0);
  });

  it('filters by what every record has, and by custom fields', async () => {
    const { code } = await run([...filtered("cf.String(f='BAccount.UsrX') eq null and note ne 'x'"), '--explain']);
    expect(code).toBe(0);
  });

  it('shows keys first in a table, and says how many columns are cut', async () => {
    const { out, err } = await run(['query', 'SalesOrder', '--table', '--top', '1']);
    expect(out).toMatch(/^OrderType {2}OrderNbr {2}Approved/);
    expect(err).toMatch(/^\d+ of \d+ columns fit: choose with --select/);
  });

  it('refuses two formats at once', async () => {
    const { code, err } = await run(['query', 'Customer', '--csv', '--table']);
    expect([code, err]).toEqual([2, 'Error: Choose one of --csv and --table.\n']);
  });

  it('stops after whole pages at Ctrl-C, keeps what was written and says how to go on', async () => {
    const interrupt = new AbortController();
    const { code, out, err } = await runInTest(
      ['query', 'Customer', '--page-size', '2', '--env-file', project.envFile],
      { cwd: project.path, signal: interrupt.signal, onOutput: () => interrupt.abort() },
    );
    const rows = out.trim().split('\n').length;
    expect(code).toBe(130);
    expect(rows % 2).toBe(0);
    expect(err).toContain(`To go on: the same command with --skip ${rows}.`);
  });

  const filtered = (filter: string): string[] => ['query', 'Customer', '--select', 'CustomerID', '--filter', filter];
});

describe('get and put', () => {
  it('get prints one record, and says when there is none', async () => {
    const found = await run(['get', 'Customer', 'ABARTENDE', '--select', 'CustomerID', '--expand', 'MainContact']);
    expect(JSON.parse(found.out)).toMatchObject({ CustomerID: 'ABARTENDE' });
    const missing = await run(['get', 'Customer', 'NOPE']);
    expect(missing.code).toBe(4);
    expect(missing.err).toMatch(/^Error: There is no Customer with CustomerID "NOPE"/);
  });

  it('put writes records from stdin and prints them', async () => {
    const { code, out } = await run(['put', 'Customer'], '{"CustomerID":"ABARTENDE","CreditLimit":1234}');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ CustomerID: 'ABARTENDE', CreditLimit: 1234 });
  });

  it('put --dry-run prints the request and sends none', async () => {
    const { out } = await run(['put', 'Customer', '--insert-only', '--dry-run'], '{"CustomerID":"X","CreditLimit":1}');
    expect(JSON.parse(out)).toEqual({
      method: 'PUT',
      path: '/entity/Default/24.200.001/Customer',
      headers: { 'If-None-Match': '*' },
      body: { CustomerID: { value: 'X' }, CreditLimit: { value: 1 } },
    });
    expect(simulator.requests().some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('put stops at the first record that the ERP refuses, or goes on when told to', async () => {
    const records = '{"OrderType":"SO","CustomerID":"NOPE"}\n{"OrderType":"SO","CustomerID":"ABARTENDE"}\n';
    const stopped = await run(['put', 'SalesOrder'], records);
    expect([stopped.code, stopped.out]).toEqual([5, '']);
    expect(stopped.err).toContain('This was record 1 of 2.');
    const finished = await run(['put', 'SalesOrder', '--keep-going'], records);
    expect(finished.code).toBe(5);
    expect(JSON.parse(finished.out)).toMatchObject({ CustomerID: 'ABARTENDE' });
  });

  it('put goes on after no record where the ERP refuses the user', async () => {
    simulator.failNext({ method: 'PUT', path: '/Customer', status: 403, times: 2 });
    const records = '{"CustomerID":"ABARTENDE","CreditLimit":1}\n'.repeat(2);
    const { code, err } = await run(['put', 'Customer', '--keep-going'], records);
    expect(code).toBe(3);
    expect(err).toContain('This was record 1 of 2.');
    expect(err).not.toContain('This was record 2 of 2.');
  });

  it('put reads what Windows writes: a byte order mark, and lines that end in CRLF', async () => {
    const { code, out } = await run(['put', 'Customer'], '\ufeff{"CustomerID":"ABARTENDE","CreditLimit":1}\r\n');
    expect([code, out.includes('ABARTENDE')]).toEqual([0, true]);
  });

  it('put reads CSV by the rules that are stated, and writes nothing while a line is wrong', async () => {
    const csv = 'CustomerID,CreditLimit,MainContact.Email\nABARTENDE,"1.234,50",\nABARTENDE,viel,a@b.example\n';
    const style = ['--csv', '--decimal', ',', '--grouping', '.'];
    const refused = await run(['put', 'Customer', ...style], csv);
    expect([refused.code, refused.out]).toEqual([5, '']);
    expect(refused.err).toContain('Line 3 is no Customer: line 3, CreditLimit: "viel" is not a number');
    expect(simulator.requests().some(({ method }) => method === 'PUT')).toBe(false);
    const some = await run(['put', 'Customer', '--keep-going', ...style], csv);
    expect(some.code).toBe(5);
    expect(JSON.parse(some.out)).toMatchObject({ CustomerID: 'ABARTENDE', CreditLimit: 1234.5 });
    const sent = simulator.requests().find(({ method }) => method === 'PUT');
    expect(sent?.body).toEqual({
      CustomerID: { value: 'ABARTENDE' },
      CreditLimit: { value: 1234.5 },
    });
  });

  it.each([
    [['--csv', '--blank', 'maybe'], '--blank is one of "skip", "clear".'],
    [['--decimal', ','], '--decimal says how texts are read: add --csv.'],
    [['--csv', '--booleans', 'yes'], '--booleans is two words, such as yes/no.'],
    [['--csv', '--delimiter', ';'], 'has no member "CustomerID,CreditLimit"'],
  ])('put with %p tells what is wrong', async (options, fault) => {
    const { err } = await run(['put', 'Customer', ...options], 'CustomerID,CreditLimit\nABARTENDE,5\n');
    expect(err).toContain(fault);
  });

  it('put says which line is no JSON, and which member the entity does not have', async () => {
    expect((await run(['put', 'Customer'], '{"CustomerID":"A"}\n{oops\n')).err).toBe('Error: Line 2 is not JSON.\n');
    expect((await run(['put', 'Customer'], '{"CustomerNmae":"A"}')).err).toContain('CustomerName');
  });
});

describe('generate', () => {
  const file = (path: string): string => join(project.path, path);

  it('writes classes from the live tenant, and a second check finds nothing to do', async () => {
    const args = [
      'generate',
      '--out',
      'models',
      '--entities',
      'Customer,SalesOrder',
      '--custom-fields',
      '--style',
      'decorators',
    ];
    const first = await run([...args, '--save-model', 'model.json']);
    expect(first.code).toBe(0);
    expect(readFileSync(file('models/customer.ts'), 'utf8')).toContain('@field.custom(');
    expect((await run([...args, '--check'])).code).toBe(0);
    expect((await run(['diff', 'model.json'])).code).toBe(0);
  });

  it('notices edits, and overwrites them only when forced', async () => {
    const args = ['generate', '--out', 'models', '--entities', 'StockItem'];
    await run(args);
    writeFileSync(
      file('models/stock-item.ts'),
      `${readFileSync(file('models/stock-item.ts'), 'utf8')}export const mine = 1;\n`,
    );
    const refused = await run(args);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('it was edited by hand');
    expect(readFileSync(file('models/stock-item.ts'), 'utf8')).toContain('mine');
    expect((await run([...args, '--force'])).code).toBe(0);
    expect(readFileSync(file('models/stock-item.ts'), 'utf8')).not.toContain('mine');
  });

  it('works offline, checks without writing, and reads acurecord.json', async () => {
    await run(['generate', '--out', 'x', '--entities', 'Case', '--save-model', 'model.json']);
    writeFileSync(
      file('acurecord.json'),
      JSON.stringify({ out: 'from-config', entities: ['Case'], style: 'erasable' }),
    );
    const before = simulator.requests().length;
    const offline = (more: string[]): Promise<Outcome> =>
      runInTest(['generate', '--schema', 'model.json', ...more], { cwd: project.path });
    expect((await offline(['--check'])).code).toBe(1);
    expect(existsSync(file('from-config'))).toBe(false);
    expect((await offline([])).code).toBe(0);
    expect(readFileSync(file('from-config/case.ts'), 'utf8')).toContain('defineEntity<Case>');
    expect(simulator.requests()).toHaveLength(before);
  });

  it('says what is wrong with a file or a name', async () => {
    writeFileSync(file('bad.json'), '{oops');
    const bad = await runInTest(['generate', '--out', 'x', '--schema', 'bad.json'], { cwd: project.path });
    expect([bad.code, bad.err]).toEqual([4, 'Error: bad.json is not JSON.\n']);
    expect((await run(['generate', '--out', 'x', '--entities', 'customers'])).err).toContain('did you mean Customer');
    expect((await run(['generate'])).err).toBe('Error: Say where the classes go: --out src/acumatica.\n');
  });
});

describe('the others', () => {
  it('endpoints lists endpoints, and the entities of one', async () => {
    expect((await run(['endpoints'])).out).toMatch(/name +version +href\n.*\nDefault +24\.200\.001/);
    const { out } = await run(['endpoints', '--entities', '--json']);
    expect(JSON.parse(out)).toContainEqual({
      name: 'Customer',
      title: 'Customers',
      screenId: 'AR303000',
      use: 'record',
    });
  });

  it('inquiry runs inquiries of the endpoint and over OData', async () => {
    const { contract, odata } = JSON.parse((await run(['inquiry', '--list', '--json'])).out) as Record<
      string,
      string[]
    >;
    expect(contract?.length).toBeGreaterThan(0);
    const { code, out } = await run(['inquiry', odata?.[0] ?? '', '--top', '2']);
    expect([code, out.trim().split('\n').length]).toEqual([0, 2]);
    expect((await run(['inquiry', 'Nope'])).err).toContain('SM208000');
  });

  it('files attaches, lists and downloads', async () => {
    writeFileSync(join(project.path, 'note.txt'), 'hello');
    await run(['files', 'Customer', 'ABARTENDE', '--attach', 'note.txt', '--comment', 'hi']);
    expect((await run(['files', 'Customer', 'ABARTENDE'])).out).toMatch(/note\.txt +hi/);
    await run(['files', 'Customer', 'ABARTENDE', '--download', 'note.txt', '--to', 'copy.txt']);
    expect(readFileSync(join(project.path, 'copy.txt'), 'utf8')).toBe('hello');
    const again = await run(['files', 'Customer', 'ABARTENDE', '--download', 'note.txt', '--to', 'copy.txt']);
    expect(again.code).toBe(2);
    expect(again.err).toContain('is there already');
  });

  it('inquiry and put name what a mistyped name most likely means', async () => {
    expect((await run(['inquiry', 'CustomerBalanceInqury'])).err).toContain('Did you mean CustomerBalanceInquiry?');
    expect((await run(['put', 'Custmer'], '{}')).err).toContain('Did you mean Customer?');
  });

  it('doctor names the tenant where the server tells it', async () => {
    await using several = await startSimulator({ tenants: ['Company', 'Other'] });
    const other = projectFolder(several.url);
    const args = ['doctor', '--tenant', 'Other', '--env-file', other.envFile];
    const { out } = await runInTest(args, { cwd: other.path });
    expect(out).toContain('✓ tenant     landed on Other');
    expect((await run(['doctor'])).out).toContain('✓ tenant     Company was asked for; the server does not tell');
    other.remove();
  });

  it('doctor marks a tenant that a site with one tenant takes, and does not have', async () => {
    const { code, out } = await run(['doctor', '--tenant', 'Compny']);
    expect(code).toBe(0);
    expect(out).toMatch(/! tenant {5}Compny was asked for.*\n {4}→ .*a site with one tenant takes any/);
  });

  it('doctor looks at a site as the client does, with what --insecure says', async () => {
    await using site = await startSimulator({ tls: { key, cert } });
    const secure = projectFolder(site.url);
    const strict = await runInTest(['doctor', '--env-file', secure.envFile], { cwd: secure.path });
    expect(strict.code).toBe(1);
    expect(strict.out).toMatch(/✗ encryption .*not accepted.*\n.*--insecure/);
    const loose = await runInTest(['doctor', '--insecure', '--env-file', secure.envFile], { cwd: secure.path });
    expect(loose.out).toContain('! encryption the certificate is not looked at');
    expect(loose.out).toContain('✓ sign-in');
    expect(site.sessions()).toHaveLength(0);
    secure.remove();
  });

  it('doctor fails where the server put it into another tenant than was asked for, and gives the seat back', async () => {
    await using several = await startSimulator({ tenants: ['Company', 'Other'], staleTenants: ['Fresh'] });
    const fresh = projectFolder(several.url);
    const args = ['doctor', '--tenant', 'Fresh', '--entities', 'Customer', '--env-file', fresh.envFile];
    const { code, out } = await runInTest(args, { cwd: fresh.path });
    expect(code).toBe(1);
    expect(out).toMatch(/✗ tenant {5}landed on Company, not on Fresh\n {4}→ .*restart.*Nothing is written there\.\n/);
    expect(out.match(/✗/g)).toHaveLength(1);
    expect(out).toContain('✓ rights     Customer can be read');
    const json = await runInTest([...args, '--json'], { cwd: fresh.path });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toContainEqual(expect.objectContaining({ check: 'tenant', status: 'failed' }));
    expect(several.sessions()).toHaveLength(0);
    fresh.remove();
  });

  it('doctor names every check, and fails for an entity that cannot be read', async () => {
    const { code, out } = await run(['doctor', '--entities', 'Customer,Nope', '--json']);
    const findings = JSON.parse(out) as { check: string; status: string }[];
    expect(new Set(findings.map(({ check }) => check))).toEqual(
      new Set(['settings', 'site', 'encryption', 'clock', 'sign-in', 'tenant', 'endpoint', 'seats', 'rights', 'cache']),
    );
    expect(findings.filter(({ status }) => status === 'failed').map(({ check }) => check)).toEqual(['rights']);
    expect(code).toBe(1);
  });

  it('doctor and generate tell what of the description of the endpoint is of a form that is not known', async () => {
    const text = await (await fetch(`${simulator.url}/entity/Default/24.200.001/swagger.json`)).text();
    const odd = text.replace('"CustomerName":{', '"Odd":{"type":"string"},"CustomerName":{');
    simulator.behave([{ path: 'swagger.json', status: 200, body: JSON.parse(odd) }]);
    const doctor = await run(['doctor']);
    expect(doctor.code).toBe(0);
    expect(doctor.out).toMatch(/! document +.*1 parts? of a form that is not known:\n +\w+\.Odd has a form/);
    const generated = await run(['generate', '--out', 'out', '--entities', 'Customer']);
    expect(generated.err).toMatch(/Note: \w+\.Odd has a form that is not known \(\{"type":"string"\}\)/);
    const json = await run(['generate', '--out', 'out', '--entities', 'Customer', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ warnings: [expect.stringContaining('.Odd has a form')] });
  });

  it('doctor says what to do about a site that is not there', async () => {
    const args = ['doctor', '--url', 'http://127.0.0.1:1', '--username', 'a', '--password', 'b', '--tenant', 'c'];
    const { code, out } = await runInTest(args, { cwd: project.path });
    expect(code).toBe(1);
    expect(out).toMatch(/✗ site +127\.0\.0\.1:1 cannot be reached \(\w+\)\n {4}→ /);
  });

  it('init writes what a script gives, keeps what was there, and shows no password', async () => {
    const fresh = projectFolder();
    writeFileSync(fresh.envFile, 'OTHER=kept\n');
    const args = [
      'init',
      '--url',
      `${simulator.url}/`,
      '--username',
      'admin',
      '--tenant',
      'Company',
      '--password-stdin',
    ];
    const { code, out, err } = await runInTest(args, { cwd: fresh.path, stdin: 'admin-secret\n' });
    expect(code).toBe(0);
    expect(out + err).not.toContain('admin-secret');
    expect(readFileSync(fresh.envFile, 'utf8')).toContain(`OTHER=kept\nACUMATICA_URL=${simulator.url}\n`);
    expect(statSync(fresh.envFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(fresh.path, '.gitignore'), 'utf8')).toBe('.env\n');
    expect((await runInTest(args, { cwd: fresh.path, stdin: 'x\n' })).code).toBe(2);
    fresh.remove();
  });

  it('init writes nothing when the ERP refuses the sign-in', async () => {
    const fresh = projectFolder();
    const args = ['init', '--url', simulator.url, '--username', 'admin', '--tenant', 'Company', '--password-stdin'];
    const env = { ACUMATICA_CACHE_DIR: join(fresh.path, '.cache') };
    const { code, err } = await runInTest(args, { cwd: fresh.path, stdin: 'wrong-one\n', env });
    expect(code).toBe(3);
    expect(err).not.toContain('wrong-one');
    expect(existsSync(fresh.envFile)).toBe(false);
    fresh.remove();
  });

  it('cache clears its own files and no others', async () => {
    const mine = join(project.path, 'mine.json');
    const kept = join(project.path, `acurecord-${'a'.repeat(32)}.json`);
    writeFileSync(mine, '{}');
    writeFileSync(kept, '{}');
    const cache = (verb: string): Promise<Outcome> =>
      runInTest(['cache', verb, '--cache-dir', '.', '--json'], { cwd: project.path });
    expect(JSON.parse((await cache('stats')).out)).toMatchObject({ files: 1, bytes: 2 });
    expect(JSON.parse((await cache('clear')).out)).toMatchObject({ cleared: 1 });
    expect([existsSync(mine), existsSync(kept)]).toEqual([true, false]);
  });

  it.each([
    [['--release', '99X'], '--release is one of 23R2'],
    [['--schema', '.env'], '.env is not JSON.'],
    [['--port', 'x'], '--port takes a whole number'],
    [['--application', 'no-tenant:secret'], '--application is an id with its tenant and a secret'],
  ])('simulate says what is wrong with %j', async (args, message) => {
    expect((await runInTest(['simulate', ...args], { cwd: project.path })).err).toContain(message);
  });

  it('simulate says when its port is taken', async () => {
    const { port } = new URL(simulator.url);
    const { code, err } = await runInTest(['simulate', '--port', port], { cwd: project.path });
    expect([code, err]).toEqual([
      2,
      `Error: Port ${port} is taken: choose another one with --port, 0 for any free one.\n`,
    ]);
  });

  it('simulate serves until Ctrl-C', async () => {
    const interrupt = new AbortController();
    let answer: Promise<Response> | undefined;
    const { code } = await runInTest(['simulate', '--port', '0', '--json'], {
      cwd: project.path,
      signal: interrupt.signal,
      onOutput: (out) => {
        answer = fetch(`${(JSON.parse(out) as { url: string }).url}/entity`);
        void answer.finally(() => interrupt.abort());
      },
    });
    expect(code).toBe(0);
    expect((await answer)?.status).toBe(200);
  });
});

describe('a simulator started from the command line', () => {
  it('has the tenants and application it was given and is steered over HTTP', async () => {
    const interrupt = new AbortController();
    let seen: Promise<unknown> = Promise.resolve();
    const look = async (url: string): Promise<unknown> => {
      const send = (path: string, type: string, body: string): Promise<Response> =>
        fetch(url + path, { method: 'POST', headers: { 'Content-Type': type }, body });
      const form = new URLSearchParams({ grant_type: 'password', client_id: 'app@Two', client_secret: 's:1' });
      form.append('username', 'admin');
      form.append('password', 'admin-secret');
      const token = await send('/identity/connect/token', 'application/x-www-form-urlencoded', form.toString());
      const order = await send('/_simulator/fail-next', 'application/json', '{"status":503}');
      return [token.status, order.status, (await fetch(`${url}/entity`)).status];
    };
    const args = ['--port', '0', '--json', '--control', '--tenants', 'One, Two', '--application', 'app@Two:s:1'];
    const { code, out } = await runInTest(['simulate', ...args], {
      cwd: project.path,
      signal: interrupt.signal,
      onOutput: (text) => {
        seen = look((JSON.parse(text) as { url: string }).url).finally(() => {
          interrupt.abort();
        });
      },
    });
    expect([code, await seen, (JSON.parse(out) as { tenant: string }).tenant]).toEqual([0, [200, 204, 503], 'One']);
  });
});

describe('a command line', () => {
  it('that makes no sense exits with 2 and says so', async () => {
    expect(await runInTest(['nope'], { cwd: project.path })).toMatchObject({
      code: 2,
      err: expect.stringContaining('unknown command') as string,
    });
  });

  it('with a password in it is warned about', async () => {
    const { err } = await runInTest(
      [
        'get',
        'Customer',
        'ABARTENDE',
        '--url',
        simulator.url,
        '--username',
        'admin',
        '--tenant',
        'Company',
        '--password',
        'admin-secret',
      ],
      { cwd: project.path },
    );
    expect(err).toContain('Warning: a password on the command line');
  });

  it('asks for JSON errors and gets them, without secrets', async () => {
    const { code, err } = await run(['get', 'Customer', 'NOPE', '--json']);
    expect(code).toBe(4);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(err).not.toContain('admin-secret');
  });

  it.each([[['nope']], [['query', 'Customer', '--nope']], [['query']], [['query', 'Customer', '--top', 'x']]])(
    'that makes no sense, %j, is told as JSON where JSON is asked for',
    async (args) => {
      const { code, err } = await runInTest([...args, '--json'], { cwd: project.path });
      expect(code).toBe(2);
      expect(JSON.parse(err)).toMatchObject({ error: { code: 'USAGE', exitCode: 2 } });
    },
  );

  it('with a password in it is warned about in JSON too', async () => {
    const args = ['get', 'Customer', 'NOPE', '--password', 'admin-secret', '--json'];
    const { err } = await run(args);
    const lines = err.trim().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['message', 'error']);
  });

  it('shows the stack only with --verbose', async () => {
    expect((await run(['get', 'Customer', 'NOPE'])).err).not.toContain('    at ');
    expect((await run(['get', 'Customer', 'NOPE', '--verbose'])).err).toContain('    at ');
  });

  it.each(['init', 'doctor', 'generate', 'diff', 'query', 'get', 'put', 'inquiry', 'files', 'endpoints', 'simulate'])(
    '%s --help has an example',
    async (command) => {
      const { code, out } = await runInTest([command, '--help'], { cwd: project.path });
      expect([code, out.includes(`acurecord ${command}`)]).toEqual([0, true]);
      expect(out).toContain('Examples:');
      expect(out).toContain('Exit codes: 0 done');
    },
  );
});
