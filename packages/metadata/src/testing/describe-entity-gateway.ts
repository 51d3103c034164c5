import { AcumaticaConcurrencyError, AcumaticaError, AcumaticaNotFoundError } from '@acurecord/errors';
import type { EntityGateway, PutRequest } from '../gateway/entity-gateway.js';
import { rawValue } from '../wire/wire-value.js';

/** A gateway for one test. It must lead to an endpoint with the entity `Customer`, whose key is `CustomerID`. */
export interface GatewayUnderTest {
  readonly gateway: EntityGateway;
  /** Key of a customer that is there. */
  readonly known: string;
  readonly close?: () => Promise<void>;
}

type Case = readonly [sentence: string, run: (under: GatewayUnderTest) => Promise<void>];

const entity = 'Customer';

function put(customerId: string, name: string, more: Partial<PutRequest> = {}): PutRequest {
  const row = { CustomerID: { value: customerId }, CustomerName: { value: name } };
  return { entity, row, params: {}, mode: 'upsert', method: 'PUT', idempotent: true, ...more };
}

const cases: readonly Case[] = [
  [
    'lists rows as the wire has them, within what the parameters say',
    async ({ gateway, known }) => {
      const params = { $filter: `CustomerID eq '${known}'`, $select: 'CustomerID', $top: '5' };
      const rows = await gateway.list({ entity, params });
      expect(rows.map((row) => [typeof row.id, rawValue(row.CustomerID)])).toEqual([['string', known]]);
      expect(await gateway.list({ entity, params: { $filter: "CustomerID eq 'NOBODY'" } })).toEqual([]);
    },
  ],
  [
    'gets one row by keys and by id',
    async ({ gateway, known }) => {
      const row = await gateway.get({ entity, address: { keys: [known] }, params: {} });
      const same = await gateway.get({ entity, address: { id: String(row.id) }, params: {} });
      expect(rawValue(same.CustomerID)).toBe(known);
    },
  ],
  [
    'expands what the parameters name, and nothing else',
    async ({ gateway, known }) => {
      const get = (params: Record<string, string>) => gateway.get({ entity, address: { keys: [known] }, params });
      expect([(await get({})).MainContact, typeof (await get({ $expand: 'MainContact' })).MainContact]).toEqual([
        undefined,
        'object',
      ]);
    },
  ],
  [
    'says that a row is not there',
    async ({ gateway }) => {
      const gone = { entity, address: { keys: ['NOBODY'] } };
      await expect(gateway.get({ ...gone, params: {} })).rejects.toBeInstanceOf(AcumaticaNotFoundError);
      await expect(gateway.delete(gone)).rejects.toBeInstanceOf(AcumaticaNotFoundError);
    },
  ],
  [
    'writes a row and gives it back whole, and a reader sees it at once',
    async ({ gateway }) => {
      const made = await gateway.put(put('GATEWAY', 'First'));
      expect([typeof made.id, rawValue(made.CustomerName), 'Status' in made]).toEqual(['string', 'First', true]);
      const read = () => gateway.get({ entity, address: { keys: ['GATEWAY'] }, params: {} });
      expect(rawValue((await read()).CustomerName)).toBe('First');
      await gateway.put({ ...put('GATEWAY', ''), row: { id: made.id, CustomerName: { value: 'Second' } } });
      expect(rawValue((await read()).CustomerName)).toBe('Second');
      await gateway.delete({ entity, address: { id: String(made.id) } });
      await expect(read()).rejects.toBeInstanceOf(AcumaticaNotFoundError);
    },
  ],
  [
    'keeps to the mode of a write',
    async ({ gateway, known }) => {
      await expect(gateway.put(put(known, 'X', { mode: 'insertOnly' }))).rejects.toBeInstanceOf(
        AcumaticaConcurrencyError,
      );
      await expect(gateway.put(put('NOBODY', 'X', { mode: 'updateOnly' }))).rejects.toBeInstanceOf(
        AcumaticaConcurrencyError,
      );
      await gateway.put(put('NOBODY2', 'X', { mode: 'insertOnly' }));
    },
  ],
  [
    'reads keys with any character but the ones that part keys',
    async ({ gateway }) => {
      for (const key of ['A B', 'A#1', '50%', 'A+B', 'MÜLLER', "O'NEIL", 'A&B=C', 'A?B', '$A', 'A;B']) {
        await gateway.put(put(key, 'Odd'));
        expect(rawValue((await gateway.get({ entity, address: { keys: [key] }, params: {} })).CustomerID)).toBe(key);
      }
    },
  ],
  [
    'names the fields outside the contract',
    async ({ gateway }) => {
      expect(await gateway.adHocSchema({ entity })).toHaveProperty('CustomerID');
    },
  ],
  [
    'stops where the caller wants it to',
    async ({ gateway }) => {
      const options = { signal: AbortSignal.abort(new Error('enough')) };
      await expect(gateway.list({ entity, params: {}, options })).rejects.toThrow('enough');
    },
  ],
  [
    'throws the errors of the tree',
    async ({ gateway }) => {
      await expect(gateway.list({ entity: 'NoSuchEntity', params: {} })).rejects.toBeInstanceOf(AcumaticaError);
      await expect(gateway.list({ entity, params: { $select: 'NoSuchField' } })).rejects.toBeInstanceOf(AcumaticaError);
    },
  ],
];

/** What every gateway must do. */
export function describeEntityGateway(name: string, open: () => Promise<GatewayUnderTest>): void {
  describe(`${name}: an entity gateway`, () => {
    it.each(cases)('%s', async (_sentence, run) => {
      const under = await open();
      try {
        await run(under);
      } finally {
        await under.close?.();
      }
    });
  });
}
