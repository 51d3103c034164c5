import { startSimulator } from '../../src/index.js';
import type { Simulator } from '../../src/index.js';
import type { RawAnswer } from '../support/raw-request.js';
import { signedIn } from '../support/signed-in.js';
import type { Caller } from '../support/signed-in.js';

let simulator: Simulator;
let caller: Caller;
beforeEach(async () => {
  simulator = await startSimulator({
    languages: ['en', 'fr', 'de'],
    data: {
      StockItem: [
        { InventoryID: 'JAM', Description: { value: 'Apple jam', translations: { fr: 'Confiture' } }, BaseUOM: 'JAR' },
        { InventoryID: 'BARE' },
      ],
    },
  });
  caller = await signedIn(simulator);
});
afterEach(() => simulator.close());

const read = async (query = '$expand=Translations', key = 'JAM'): Promise<Record<string, unknown>> =>
  (await caller.get(`StockItem/${key}?${query}`)).json as Record<string, unknown>;
const write = (Description: unknown): Promise<RawAnswer> =>
  caller.put('StockItem', { InventoryID: { value: 'JAM' }, Description });
const texts = async (): Promise<unknown> => (await read())['Description'];

describe('§5.6 Translations', () => {
  test('is a word of $expand that shows a text in all languages of the company, with null for those without one', async () => {
    expect((await read(''))['Description']).toEqual({ value: 'Apple jam' });
    expect(await texts()).toEqual({ value: 'Apple jam', translations: { en: 'Apple jam', fr: 'Confiture', de: null } });
    expect((await read())['BaseUOM']).toEqual({ value: 'JAR' });
    expect((await read('$expand=Translations', 'BARE'))['Description']).toEqual({
      translations: { en: null, fr: null, de: null },
    });
  });

  test('is a word of $select too, and no member', async () => {
    const shown = await read('$expand=Translations&$select=InventoryID,Description,Translations');
    expect(shown['Description']).toHaveProperty('translations');
    expect(shown).not.toHaveProperty('Translations');
    const hidden = await read('$expand=Translations&$select=InventoryID,Description');
    expect(hidden['Description']).toEqual({ value: 'Apple jam' });
  });

  test('is written by language; those that are not named keep their text', async () => {
    expect((await write({ value: 'Apple jam', Translations: { de: 'Marmelade' } })).status).toBe(200);
    expect(await texts()).toMatchObject({ translations: { en: 'Apple jam', fr: 'Confiture', de: 'Marmelade' } });
    await write({ Translations: { en: 'Jam', fr: null } });
    expect(await texts()).toEqual({ value: 'Jam', translations: { en: 'Jam', fr: null, de: 'Marmelade' } });
    await write({ value: 'Apple' });
    expect(await texts()).toMatchObject({ translations: { en: 'Apple', fr: null, de: 'Marmelade' } });
  });

  test('is lost for the languages that a list in the value does not name', async () => {
    await write({ value: '[{en:Jam},{de:Marmelade}]' });
    expect(await texts()).toEqual({ value: 'Jam', translations: { en: 'Jam', fr: null, de: 'Marmelade' } });
    const custom = await read('$custom=Item.DescrTranslations');
    expect(custom).toMatchObject({ custom: { Item: { DescrTranslations: { value: '[{en:Jam},{de:Marmelade}]' } } } });
  });

  test('fails beside such a list', async () => {
    const refused = await write({ value: '[{en:Jam}]', Translations: { fr: 'Confiture' } });
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ Description: { error: expect.stringContaining('same time') as string } });
    expect(await texts()).toMatchObject({ translations: { fr: 'Confiture' } });
  });

  test('is no list in a field that has one language only', async () => {
    await caller.put('StockItem', {
      InventoryID: { value: 'JAM' },
      BaseUOM: { value: 'JAR', Translations: { fr: 'POT' } },
    });
    expect(await read()).toMatchObject({ BaseUOM: { value: 'JAR' } });
  });

  test('comes back from PUT where it is expanded', async () => {
    const body = { InventoryID: { value: 'JAM' }, Description: { Translations: { fr: 'Gelée' } } };
    expect((await caller.put('StockItem?$expand=Translations', body)).json).toMatchObject({
      Description: { value: 'Apple jam', translations: { fr: 'Gelée' } },
    });
  });
});

describe('§14 a locale', () => {
  const descr = async (query: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const path = `/t/Company/api/odata/dac/InventoryItem?$filter=InventoryCD%20eq%20'JAM'&$select=Descr${query}`;
    return ((await caller.send('GET', path, undefined, headers)).json as { value: { Descr: string }[] }).value[0]
      ?.Descr;
  };

  test('of the address or the header asks for texts in its language; the address wins', async () => {
    expect(await descr('')).toBe('Apple jam');
    expect(await descr('&locale=fr-FR')).toBe('Confiture');
    expect(await descr('', { 'Accept-Language': 'fr-FR,en;q=0.5' })).toBe('Confiture');
    expect(await descr('&locale=en-US', { 'Accept-Language': 'fr-FR' })).toBe('Apple jam');
    expect(await descr('&locale=de-DE')).toBe('Apple jam');
  });
});
