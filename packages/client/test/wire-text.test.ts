import { F, allOf, anyOf } from 'acurecord';
import type { ClientOptions } from 'acurecord';
import { connectTo, simulated } from './support/simulated.js';

test('what compile() shows is to the letter what is sent', async () => {
  await using sim = await simulated();
  const sent: string[] = [];
  const fetch: NonNullable<ClientOptions['fetch']> = (url, init) => {
    sent.push(url.slice(sim.url.length));
    return globalThis.fetch(url, init as RequestInit);
  };
  await using client = await connectTo(sim, { fetch });
  const { Customer, SalesOrder } = client.models;
  const texts = ['a,b/c', "O'Neil & Söhne", '100% (+1) = 50*2!', 'a+b c?d#e', '"<{[\\^`|]}>~', '日本 😀'];
  const queries = [
    Customer.where(anyOf(texts.map((text) => F.CustomerName.eq(text)))).take(1),
    Customer.where(allOf([F.MainContact.Address.City.ne('x'), F.CreditLimit.gt(1.5)])).take(2),
    SalesOrder.query().select('OrderNbr', 'Details.InventoryID').expand('Details').take(3).skip(1),
    Customer.query().expand('MainContact', 'MainContact.Address').custom('CurrentCustomer.UsrRegion').take(1),
  ];
  for (const query of queries) {
    await query.toArray();
    expect(sent.at(-1)).toBe(query.compile().url);
  }
  const [name = ''] = await client.inquiries.list();
  const inquiry = await client.inquiries.get(name).query();
  const { members } = await client.inquiries.get(name).describe();
  const [column = ''] = Object.keys(members);
  const narrowed = inquiry
    .where({ [column]: texts[0] ?? '' })
    .select(...Object.keys(members).slice(0, 3))
    .take(1);
  await narrowed.toArray();
  expect(sent.at(-1)).toBe(`/t/Company/api/odata/gi${narrowed.compile().url}`);
});
