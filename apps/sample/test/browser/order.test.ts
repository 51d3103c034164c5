import type { Page } from 'playwright-core';
import { useBrowser } from './support/use-browser.js';

const browser = useBrowser();
const { visit } = browser;

/** On hold, with one line. */
const order = '/orders/SO/000001';

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const description = (page: Page) => page.getByLabel('Description', { exact: true });
const writes = (): number => browser.desk.simulator.requests().filter(({ method }) => method === 'PUT').length;

test('what was changed is shown as the request it makes, and saved as that', async () => {
  const { page } = await visit(order);
  await page.getByText('Nothing is changed.').waitFor();
  await description(page).fill('Call before noon');
  await page.getByLabel('Quantity, line 1').fill('7');
  const body = page.getByLabel('Body of the request');
  await body.getByText('"OrderQty"').waitFor();
  expect(Object.keys(JSON.parse(await body.innerText()) as object)).toEqual(['id', 'Description', 'Details']);
  const before = writes();
  await save(page).click();
  await page.getByText('Saved.').waitFor();
  expect(writes()).toBe(before + 1);
  await page.reload();
  expect(await description(page).inputValue()).toBe('Call before noon');
  expect(await page.getByLabel('Quantity, line 1').inputValue()).toBe('7');
});

test('what is typed back is no change', async () => {
  const { page } = await visit(order);
  const before = await description(page).inputValue();
  await description(page).fill('Something else');
  await save(page).waitFor();
  await description(page).fill(before);
  await page.getByText('Nothing is changed.').waitFor();
});

test('a line is added with an item that is searched for, and another is deleted', async () => {
  const { page } = await visit(order);
  await page.getByRole('button', { name: 'Add a line' }).click();
  const item = page.getByLabel('Item, new line 1');
  await item.fill('BTBLEND');
  await page.locator('datalist option[value="BTBLENDER"]').waitFor({ state: 'attached' });
  await item.fill('BTBLENDER');
  await page.getByLabel('Quantity, new line 1').fill('3');
  await save(page).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('rowheader', { name: /BTBLENDER/ }).waitFor();
  await page.getByRole('button', { name: /^Delete line 1,/ }).click();
  await page.getByRole('button', { name: /^Keep line 1,/ }).waitFor();
  await save(page).click();
  await page.getByText('Saved.').waitFor();
  await page.getByText('1 line', { exact: true }).waitFor();
});

test('a number that is none is told at its field before anything is sent', async () => {
  const { page } = await visit(order);
  await page.getByLabel('Quantity, line 1').fill('many');
  const before = writes();
  await save(page).click();
  await page.getByText('Enter a number.', { exact: true }).waitFor();
  await page.locator('[aria-invalid="true"]:focus').waitFor();
  expect(writes()).toBe(before);
});

test('what the ERP refuses is told at its field, which gets the focus', async () => {
  const { page, complaints } = await visit(order);
  complaints.expect(422);
  await page.getByLabel('Customer', { exact: true }).fill('NOBODY');
  await save(page).click();
  await page.getByRole('alert').getByText('The order was not saved').waitFor();
  const field = page.locator('[name="customerId"][aria-invalid="true"]:focus');
  await field.waitFor();
  const described = await field.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${described ?? ''}"]`).innerText()).toMatch(/Customer/);
  await field.fill('ABARTENDE');
  await page.getByText('Nothing is changed.').waitFor();
});

describe('when somebody else was faster', () => {
  const conflict = async (): Promise<Page> => {
    const mine = await visit(order);
    const theirs = await visit(order);
    mine.complaints.expect(409);
    await description(theirs.page).fill('Theirs');
    await save(theirs.page).click();
    await theirs.page.getByText('Saved.').waitFor();
    await description(mine.page).fill('Mine');
    await save(mine.page).click();
    await mine.page.getByRole('dialog', { name: 'Somebody else changed this order' }).waitFor();
    return mine.page;
  };

  test('both versions are shown, and Escape goes back to the form with nothing lost', async () => {
    const page = await conflict();
    const row = page.getByRole('dialog').getByRole('row', { name: /Description/ });
    expect(await row.innerText()).toMatch(/Mine\s+Theirs/);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await description(page).inputValue()).toBe('Mine');
  });

  test('mine is kept over theirs', async () => {
    const page = await conflict();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    expect(await description(page).inputValue()).toBe('Mine');
  });

  test('theirs is taken', async () => {
    const page = await conflict();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await description(page).inputValue()).toBe('Theirs');
    await page.getByText('Nothing is changed.').waitFor();
  });
});

test('an order is released from hold, shipped and invoiced, and each step says how it went', async () => {
  const { page } = await visit(order);
  for (const [action, done] of [
    ['Release from hold', /Release from hold: done/],
    ['Create shipment', /Shipment \S+ was made/],
    ['Prepare invoice', /Invoice \S+ was made/],
  ] as const) {
    await page.getByRole('button', { name: action, exact: true }).click();
    await page.getByText(done).waitFor({ timeout: 20_000 });
  }
  await page.getByRole('heading', { name: 'Shipments' }).waitFor();
});

test('an action that is not possible keeps its reason for those who ask', async () => {
  const { page } = await visit(order);
  const invoice = page.getByRole('button', { name: /^Prepare invoice: / });
  expect(await invoice.getAttribute('aria-disabled')).toBe('true');
});

test('cancelling asks first', async () => {
  const { page } = await visit(order);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await page.getByText('This order can no longer be changed').waitFor();
});

test('a file is uploaded and comes back byte by byte', async () => {
  const { page } = await visit(order);
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
  await page
    .getByLabel('File to upload')
    .setInputFiles({ name: 'räume & pläne.pdf', mimeType: 'application/pdf', buffer: bytes });
  const link = page.getByRole('link', { name: 'räume & pläne.pdf' });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
});

test('a note is written', async () => {
  const { page } = await visit(order);
  await page.getByLabel('Note on the order').fill('Rings twice.\nNever knocks.');
  await save(page).click();
  await page.getByText('Saved.').waitFor();
  await page.reload();
  expect(await page.getByLabel('Note on the order').inputValue()).toBe('Rings twice.\nNever knocks.');
});

test('leaving with unsaved changes asks first, by a link and by Back', async () => {
  const { page } = await visit('/orders');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'SO 000001' }).click();
  await description(page).fill('Half done');
  await page.getByRole('link', { name: 'Tasks' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await page.getByRole('button', { name: 'Stay here' }).click();
  expect(await description(page).inputValue()).toBe('Half done');
  await page.goBack();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  expect(await description(page).inputValue()).toBe('Half done');
  await page.getByRole('button', { name: 'Leave and lose it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});

test('closing the tab with unsaved changes makes the browser ask', async () => {
  const { page } = await visit(order);
  await description(page).click();
  await page.keyboard.type('Half done');
  await save(page).waitFor();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.accept();
});
