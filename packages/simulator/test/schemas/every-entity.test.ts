import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import { inAnswerOrder } from '../../src/schema/answer-order.js';
import { readSchema } from '../../src/schema/read-schema.js';
import type { EntityModel, SimulatorSchema } from '../../src/schema/schema-model.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

const folder = resolve(__dirname, '../../../../../shared/schemas');

type Wire = Record<string, unknown>;

/** The key of a record as a path: `/SO/000123`. */
const keyPath = (entity: EntityModel, record: Wire): string =>
  entity.keys.map((key) => `/${encodeURIComponent(keyText((record[key] as { value?: unknown }).value))}`).join('');

/** A key's value; that of a choice is its id. */
const keyText = (value: unknown): string =>
  String(typeof value === 'object' && value !== null && 'id' in value ? value.id : value);

/** Fields that must name another record. */
const references = /^(Customer|Vendor)(ID)?$/;

/** A text field that is neither key nor reference and holds something. */
const changeable = (entity: EntityModel, record: Wire): string | undefined =>
  [...entity.members].find(([name, member]) => {
    const value = (record[name] as { value?: unknown } | undefined)?.value;
    return (
      member.kind === 'field' &&
      member.type === 'String' &&
      !entity.keys.includes(name) &&
      !references.test(name) &&
      typeof value === 'string'
    );
  })?.[0];

class Walk {
  constructor(
    readonly caller: Caller,
    readonly entity: EntityModel,
  ) {}

  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.caller.send(method, path, body);
    if (answer.status !== 200 && answer.status !== 204)
      throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text.slice(0, 300)}`);
    return answer.json;
  }

  /** Lists, reads by key and id, changes, reads back, deletes. */
  async keeps(root: string, simulator: Simulator): Promise<void> {
    const { entity } = this;
    const expand = [...entity.members].filter(([, member]) => member.kind !== 'field').map(([name]) => name);
    const records = (await this.send('GET', `${root}/${entity.name}?$expand=${expand.join(',')}`)) as Wire[];
    const [first] = records;
    if (first === undefined) throw new Error(`${entity.name} was not filled`);
    const own = ['id', 'rowNumber', 'note', 'custom', '_links'];
    expect(Object.keys(first).filter((name) => !own.includes(name))).toEqual(
      inAnswerOrder(entity).map(([name]) => name),
    );
    const byId = (await this.send('GET', `${root}/${entity.name}/${String(first['id'])}`)) as Wire;
    expect(byId['id']).toBe(first['id']);
    if (entity.keys.length > 0)
      expect(((await this.send('GET', `${root}/${entity.name}${keyPath(entity, first)}`)) as Wire)['id']).toBe(
        first['id'],
      );
    const field = changeable(entity, first);
    if (field !== undefined) {
      await this.send('PUT', `${root}/${entity.name}`, { id: first['id'], [field]: { value: 'Moved' } });
      const back = (await this.send('GET', `${root}/${entity.name}/${String(first['id'])}`)) as Wire;
      expect([entity.name, field, (back[field] as { value?: unknown }).value]).toEqual([entity.name, field, 'Moved']);
    }
    await this.send('DELETE', `${root}/${entity.name}/${String(first['id'])}`);
    expect(simulator.store.count(entity.name)).toBe(records.length - 1);
  }

  /** Inquiries are read by PUT. */
  async inquires(root: string): Promise<void> {
    expect(await this.send('PUT', `${root}/${this.entity.name}`, {})).toHaveProperty('id');
  }
}

const read = (name: string): unknown => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as unknown;

if (existsSync(folder)) {
  const documents = [
    ...readdirSync(folder).filter((name) => name.endsWith('.json')),
    '../contract-5/Default_26.200.001.rebuilt.json',
  ];
  describe.each(documents)('every entity of %s', (name) => {
    test('is listed, read by key and id, changed and deleted, with no error', async () => {
      const document = read(name);
      const schema: SimulatorSchema = readSchema(document);
      const simulator = await startSimulator({ schema: document, generated: 3 });
      try {
        const caller = await signedIn(simulator);
        const root = `/entity/${schema.endpoint}/${schema.version}`;
        for (const entity of schema.entities.values()) {
          if (!entity.topLevel) continue;
          const walk = new Walk(caller, entity);
          if (entity.isInquiry) await walk.inquires(root);
          else await walk.keeps(root, simulator);
        }
        await caller.signOut();
        expect(simulator.sessions()).toEqual([]);
      } finally {
        await simulator.close();
      }
    }, 120_000);
  });
} else {
  test('real endpoint documents are not here, so their entities were not walked', () => {
    expect(folder).toContain('schemas');
  });
}
