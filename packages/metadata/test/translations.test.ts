import { AcumaticaQueryError, AcumaticaValidationError } from '@acurecord/errors';
import { Entity, entity, field } from '@acurecord/metadata';
import type { DetailCollection, WireRow } from '@acurecord/metadata';
import { scriptedClient } from '@acurecord/metadata/testing';
import type { ScriptedClient } from '@acurecord/metadata/testing';

@entity('Line')
class Line extends Entity {
  @field.string() accessor Text!: string | null;
}

@entity('StockItem', { keys: ['InventoryID'] })
class StockItem extends Entity {
  @field.string() accessor InventoryID!: string | null;
  @field.string() accessor Description!: string | null;
  @field.decimal() accessor Price!: number | null;
  @field.details(() => Line) accessor Lines!: DetailCollection<Line>;
}

const stored = (): WireRow => ({
  id: '00000000-0000-0000-0000-000000000001',
  InventoryID: { value: 'JAM' },
  Description: { value: 'Apple jam', translations: { en: 'Apple jam', fr: 'Confiture', de: null } },
  Lines: [{ id: 'line-1', Text: { value: 'One', translations: { en: 'One' } } }],
});
const erp = (row = stored()): ScriptedClient =>
  scriptedClient(({ verb, request }) => (verb === 'put' ? { ...row, ...(request['row'] as WireRow) } : row));
const sentBy = ({ calls }: ScriptedClient): Record<string, unknown> =>
  calls.find(({ verb }) => verb === 'put')?.request ?? {};

describe('translations', () => {
  it('are asked for by expand, also beside selected fields and in rows', () => {
    const items = StockItem.using(erp());
    expect(items.query().expand('Translations').compile().params).toEqual({ $expand: 'Translations' });
    expect(items.query().expand('Lines/Translations').compile().params).toEqual({
      $expand: 'Lines,Lines/Translations',
    });
    expect(items.query().select('Description').expand('Translations').compile().params).toEqual({
      $select: 'Description,Translations',
      $expand: 'Translations',
    });
  });

  it('are read by field, and are undefined where they were not asked for', async () => {
    const item = await StockItem.using(erp()).find('JAM', { expand: ['Translations'] });
    expect(item.translations('Description')).toEqual({ en: 'Apple jam', fr: 'Confiture', de: null });
    expect(item.translations('InventoryID')).toBeUndefined();
    expect(item.Lines.at(0)?.translations('Text')).toEqual({ en: 'One' });
    expect(item.Description).toBe('Apple jam');
  });

  it('are written with the value, only those that were changed, and come back', async () => {
    const client = erp();
    const item = await StockItem.using(client).find('JAM');
    item.translate('Description', { fr: 'Gelée', de: null });
    expect(item.isDirty).toBe(true);
    expect(item.translations('Description')).toEqual({ en: 'Apple jam', fr: 'Gelée', de: null });
    await item.save();
    expect(sentBy(client)).toMatchObject({
      row: { id: item.id, Description: { value: 'Apple jam', Translations: { fr: 'Gelée' } } },
      params: { $expand: 'Translations' },
    });
    expect((sentBy(client)['row'] as WireRow)['InventoryID']).toBeUndefined();
  });

  it('stay beside a value that is set before or after them', async () => {
    const client = erp();
    const item = await StockItem.using(client).find('JAM');
    item.translate('Description', { fr: 'Gelée' });
    item.Description = 'Jelly';
    await item.save();
    expect(sentBy(client)['row']).toMatchObject({ Description: { value: 'Jelly', Translations: { fr: 'Gelée' } } });
    const plain = erp();
    const other = await StockItem.using(plain).find('JAM');
    other.Description = 'Jelly';
    await other.save();
    expect((sentBy(plain)['row'] as WireRow)['Description']).toEqual({ value: 'Jelly' });
  });

  it('are sent for new records and for rows', async () => {
    const client = erp({});
    const item = StockItem.using(client).build({ InventoryID: 'NEW', Description: 'New' });
    item.translate('Description', { fr: 'Neuf' });
    item.Lines.add({ Text: 'Row' }).translate('Text', { fr: 'Ligne' });
    await item.save();
    expect(sentBy(client)).toMatchObject({
      row: {
        Description: { value: 'New', Translations: { fr: 'Neuf' } },
        Lines: [{ Text: { value: 'Row', Translations: { fr: 'Ligne' } } }],
      },
      params: { $expand: 'Translations,Lines,Lines/Translations' },
    });
  });

  it('are no change where they are as they were, and can be taken back', async () => {
    const item = await StockItem.using(erp()).find('JAM');
    item.translate('Description', { fr: 'Confiture', de: null, it: null });
    expect(item.isDirty).toBe(false);
    item.translate('Description', { fr: 'Gelée' });
    item.revert();
    expect([item.isDirty, item.translations('Description')?.['fr']]).toEqual([false, 'Confiture']);
  });

  it('are refused where they have no value to stand beside, for wrong fields, and for what is no text', () => {
    const item = StockItem.using(erp()).build({ InventoryID: 'JAM', Price: 5 });
    expect(() => item.translate('Description', { fr: 'x' })).toThrow(/neither read nor set/);
    expect(() => item.translate('Price', { fr: 'x' })).toThrow(AcumaticaQueryError);
    expect(() => item.translate('Descripton' as 'Description', { fr: 'x' })).toThrow(/Did you mean Description/);
    expect(() => item.translations('Lines')).toThrow(AcumaticaQueryError);
    item.Description = 'Jam';
    for (const wrong of [{ fr: 5 }, { '1': 'x' }, [], null, 'fr'])
      expect(() => item.translate('Description', wrong as never)).toThrow(AcumaticaValidationError);
    expect(() => item.translate('Description', JSON.parse('{"__proto__":"x"}') as never)).toThrow(
      AcumaticaValidationError,
    );
  });

  it('are never sent together with a list of languages, which would empty the others', async () => {
    const client = erp();
    const item = await StockItem.using(client).find('JAM');
    item.translate('Description', { fr: 'Gelée' });
    item.Description = '[{en:Jam},{de:Marmelade}]';
    await expect(item.save()).rejects.toThrow(/list of languages/);
    expect(() => item.translate('Description', { fr: 'x' })).toThrow(/list of languages/);
    expect(sentBy(client)).toEqual({});
  });

  it('are compared where a save is verified', async () => {
    const item = await StockItem.using(erp()).find('JAM');
    item.translate('Description', { fr: 'Gelée' });
    await expect(item.save({ verify: true })).rejects.toThrow(/Description\.fr/);
  });
});
