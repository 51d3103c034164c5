import { startSimulator } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

test('texts in languages are read, written and read again; a list in the value empties the others', async () => {
  await using simulator = await startSimulator({
    languages: ['en', 'fr', 'de'],
    data: {
      StockItem: [{ InventoryID: 'JAM', Description: { value: 'Jam', translations: { fr: 'Confiture', de: 'Mus' } } }],
    },
  });
  await using client = await connectTo(simulator);
  const { StockItem } = client.models;
  const [item] = await StockItem.query().expand('Translations').toArray();
  expect(item?.translations('Description')).toEqual({ en: 'Jam', fr: 'Confiture', de: 'Mus' });
  item?.translate('Description', { fr: 'Gelée', de: null });
  await item?.save();
  expect(item?.translations('Description')).toEqual({ en: 'Jam', fr: 'Gelée', de: null });
  const read = async (): Promise<unknown> =>
    (await StockItem.find('JAM', { expand: ['Translations'] })).translations('Description');
  expect(await read()).toEqual({ en: 'Jam', fr: 'Gelée', de: null });
  const trapped = await StockItem.find('JAM');
  trapped.set('Description', '[{en:Jelly}]');
  await trapped.save();
  expect(await read()).toEqual({ en: 'Jelly', fr: null, de: null });
});
