import type { Style } from './trial.js';

/** What a visit of the shop gives in every runtime. */
export const VISIT = { id: 'ABARTENDE', limit: 12_345, written: true, same: true, lines: true, missing: true };

/** The way a module loads others. */
export type Loading = 'import' | 'require';

/** Loads names of a module, in either way. */
function loads(loading: Loading, names: string, from: string): string {
  return loading === 'import' ? `import { ${names} } from '${from}';` : `const { ${names} } = require('${from}');`;
}

/**
 * The module `shop`: signs in by the settings of a `.env` file, finds, changes, reads again, queries, is refused, and signs out. TypeScript where the
 * style has classes, plain JavaScript otherwise.
 */
export function shopModule(style: Style, loading: Loading = 'import', classes = './acumatica/index.js'): string {
  const typed = style !== 'models';
  const text = `
${loads(loading, style === 'erasable' ? 'AcumaticaClient, AcumaticaNotFoundError, defineFields, field' : 'AcumaticaClient, AcumaticaNotFoundError', 'acurecord')}
${typed ? loads(loading, 'Customer, SalesOrder', classes) : ''}
${style === 'erasable' ? "\nclass Warehouse extends defineFields('Warehouse', { WarehouseID: field.string({ key: true }), Description: field.string() }) {}\n" : ''}
${loading === 'import' ? 'export ' : ''}async function visitShop() {
  const client = await AcumaticaClient.connect();
  ${typed ? '' : 'const { Customer, SalesOrder } = client.models;'}
  try {
    const customer = await Customer.find('ABARTENDE');
    customer.CreditLimit = ${VISIT.limit};
    await customer.save();
    const again = await Customer.find('ABARTENDE');
    const order = await SalesOrder.query().where((o) => o.CustomerID.eq('ABARTENDE')).expand('Details').firstOrThrow();
    const missing = await Customer.find('NOPE').catch((error${typed ? ': unknown' : ''}) => AcumaticaNotFoundError.is(error));
    ${style === 'erasable' ? "if ((await Warehouse.all()).some((one) => !one.WarehouseID)) throw new Error('A warehouse has no name.');" : ''}
    const plain = again.toPlain();
    return {
      id: customer.CustomerID, limit: again.CreditLimit, written: plain['CreditLimit'] === ${VISIT.limit},
      same: again instanceof Customer, lines: order.Details.length > 0, missing: missing === true,
    };
  } finally {
    await client.close();
  }
}
${loading === 'import' ? '' : 'module.exports = { visitShop };'}`;
  return `${text.replace(/\n\s*\n+/g, '\n').trim()}\n`;
}

/** A program that visits the shop and prints what it saw. */
export function visitProgram(loading: Loading = 'import', shop = './shop.js'): string {
  return `${loads(loading, 'visitShop', shop)}
visitShop().then((seen) => console.log('VISIT ' + JSON.stringify(seen)));
`;
}

/** A test that does the same; `test` is a global or comes from `runner`. */
export function visitTest(runner: string | undefined, loading: Loading = 'import', shop = './shop.js'): string {
  return `${runner === undefined ? '' : loads(loading, 'test', runner)}
${loads(loading, 'visitShop', shop)}
test('visits the shop', async () => {
  console.log('VISIT ' + JSON.stringify(await visitShop()));
});
`.trimStart();
}
