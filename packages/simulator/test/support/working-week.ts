import type { Simulator } from '../../src/index.js';
import type { RawAnswer } from './raw-request.js';
import { wired } from './signed-in.js';
import type { Caller } from './signed-in.js';
import { rowsOf, values } from './wire-record.js';
import type { WireRecord } from './wire-record.js';

/** What a program has done and been told, without what differs from one server to the next. */
export type WorkLog = unknown[];

const day = 86_400_000;

const picked = (record: WireRecord, ...names: readonly string[]): unknown[] =>
  names.map((name) => record[name]?.value ?? null);

/** Waits for an operation as programs do. */
async function finished(caller: Caller, started: RawAnswer): Promise<number> {
  let answer = started;
  for (let polls = 0; answer.status === 202 && polls < 20; polls += 1)
    answer = await caller.send('GET', started.headers.location ?? '');
  return answer.status;
}

/** A week of orders from a web shop: each is written, shipped, confirmed, invoiced, released and paid. */
export async function importOrders(caller: Caller, simulator: Simulator): Promise<WorkLog> {
  const log: WorkLog = [];
  for (let at = 0; at < 7; at += 1) {
    simulator.advance(day);
    const order = values(
      await caller.put('SalesOrder?$expand=Details', {
        ...wired({ OrderType: 'SO', CustomerID: 'ABARTENDE', CustomerOrder: `WEB-${String(at)}` }),
        Details: [
          wired({ InventoryID: 'BTBLENDER', OrderQty: at + 1 }),
          wired({ InventoryID: 'GLPINT16', OrderQty: '24', UnitPrice: '2.5' }),
        ],
      }),
    );
    log.push(picked(order, 'OrderType', 'Status', 'OrderedQty', 'OrderTotal', 'TaxTotal', 'Terms'));
    log.push(
      (order['Details'] as unknown as WireRecord[]).map((line) =>
        picked(line, 'LineNbr', 'UOM', 'Amount', 'UnitPrice'),
      ),
    );
    const entity = wired({ OrderType: 'SO', OrderNbr: order['OrderNbr']?.value });
    log.push(await finished(caller, await caller.post('SalesOrder/SalesOrderCreateShipment', { entity })));
    const shipped = values(await caller.get(`SalesOrder/SO/${String(order['OrderNbr']?.value)}?$expand=Shipments`));
    const [shipment] = shipped['Shipments'] as unknown as WireRecord[];
    const shipmentKey = wired({ ShipmentNbr: shipment?.['ShipmentNbr']?.value });
    log.push(picked(shipped, 'Status'), picked(shipment ?? {}, 'Status', 'ShippedQty'));
    for (const action of ['ConfirmShipment', 'PrepareInvoice'])
      log.push(await finished(caller, await caller.post(`Shipment/${action}`, { entity: shipmentKey })));
    log.push(...(await billAndPay(caller, String(order['OrderNbr']?.value))));
  }
  return [...log, ...(await refusals(caller))];
}

async function billAndPay(caller: Caller, orderNbr: string): Promise<WorkLog> {
  const order = values(await caller.get(`SalesOrder/SO/${orderNbr}?$expand=Shipments`));
  const [shipment] = order['Shipments'] as unknown as WireRecord[];
  const invoiceKey = { Type: 'Invoice', ReferenceNbr: shipment?.['InvoiceNbr']?.value };
  const released = await caller.post('SalesInvoice/ReleaseSalesInvoice', { entity: wired(invoiceKey) });
  const path = `SalesInvoice/Invoice/${String(invoiceKey.ReferenceNbr)}`;
  const invoice = [await finished(caller, released), values(await caller.get(`${path}?$expand=TaxDetails`))] as const;
  const amount = invoice[1]['Balance']?.value;
  const payment = values(
    await caller.put('Payment', {
      ...wired({ CustomerID: 'ABARTENDE', PaymentAmount: amount, PaymentMethod: 'CHECK', CashAccount: '10200' }),
      DocumentsToApply: [wired({ DocType: 'Invoice', ReferenceNbr: invoiceKey.ReferenceNbr, AmountPaid: amount })],
    }),
  );
  const key = wired({ Type: 'Payment', ReferenceNbr: payment['ReferenceNbr']?.value });
  const paid = await finished(caller, await caller.post('Payment/ReleasePayment', { entity: key }));
  return [
    picked(order, 'Status'),
    invoice[0],
    picked(invoice[1], 'Status', 'Amount', 'Balance', 'TaxTotal'),
    (invoice[1]['TaxDetails'] as unknown as object[]).length,
    picked(payment, 'Status', 'AppliedToDocuments'),
    paid,
    picked(values(await caller.get(path)), 'Status', 'Balance'),
  ];
}

/** What the forms refuse. */
async function refusals(caller: Caller): Promise<WorkLog> {
  const line = (InventoryID: string): object => ({ Details: [wired({ InventoryID, OrderQty: 1 })] });
  const tries = [
    { ...wired({ CustomerID: 'NOBODY' }), ...line('BTBLENDER') },
    { ...wired({ CustomerID: 'ABARTENDE' }), ...line('NOTHING') },
    line('BTBLENDER'),
  ];
  const log: WorkLog = [];
  for (const body of tries) {
    const { status, text } = await caller.put('SalesOrder', body);
    log.push([status, text.match(/"error":"[^"]+"/g)]);
  }
  return log;
}

/** A week of an export: what has changed since the last day is read page by page. */
export async function exportOrders(caller: Caller, simulator: Simulator): Promise<WorkLog> {
  const log: WorkLog = [];
  for (let at = 0; at < 7; at += 1) {
    const list = rowsOf(await caller.get('Customer?$top=1&$select=CustomerID,LastModifiedDateTime'));
    log.push(list.map((row) => Object.keys(row)));
    simulator.advance(day);
    const customer = wired({ CustomerID: 'ABARTENDE', CustomerName: `A Bar & Tender ${String(at)}` });
    const changed = values(await caller.put('Customer', customer));
    const stamp = String(changed['LastModifiedDateTime']?.value);
    const filter = encodeURIComponent(`LastModifiedDateTime ge datetimeoffset'${stamp}'`);
    for (let skip = 0, size = 10; size === 10; skip += 10) {
      const page = rowsOf(
        await caller.get(`Customer?$filter=${filter}&$top=10&$skip=${String(skip)}&$select=CustomerName`),
      );
      size = page.length;
      log.push(page.map((row) => picked(row, 'CustomerID', 'CustomerName')));
    }
  }
  return log;
}

/** A week of bills from vendors, some of them for purchase orders. */
export async function importBills(caller: Caller, simulator: Simulator): Promise<WorkLog> {
  const log: WorkLog = [];
  const [vendor] = rowsOf(await caller.get('Vendor?$top=1'));
  for (let at = 0; at < 7; at += 1) {
    simulator.advance(day);
    const order = values(
      await caller.put('PurchaseOrder?$expand=Details', {
        ...wired({ VendorID: vendor?.['VendorID']?.value }),
        Details: [wired({ InventoryID: 'GLPINT16', OrderQty: 48, UnitCost: '0.75', AlternateID: 'ALT-1' })],
      }),
    );
    log.push(picked(order, 'Type', 'Status', 'OrderTotal', 'Location'));
    const bill = values(
      await caller.put('Bill?$expand=Details', {
        ...wired({ Vendor: vendor?.['VendorID']?.value, VendorRef: `R-${String(at)}`, Type: 'INV' }),
        Details: [
          wired({ POOrderNbr: order['OrderNbr']?.value, POLine: 1 }),
          wired({ TransactionDescription: 'Freight', Qty: '1', UnitCost: '12.5' }),
        ],
      }),
    );
    log.push(picked(bill, 'Type', 'Status', 'Amount', 'Balance'));
    log.push((bill['Details'] as unknown as WireRecord[]).map((line) => picked(line, 'InventoryID', 'Qty', 'Amount')));
    const entity = wired({ Type: 'Bill', ReferenceNbr: bill['ReferenceNbr']?.value });
    log.push((await caller.post('Bill/Approve', { entity })).status);
    log.push(await finished(caller, await caller.post('Bill/ReleaseBill', { entity })));
    log.push(picked(values(await caller.get(`Bill/Bill/${String(bill['ReferenceNbr']?.value)}`)), 'Status', 'Balance'));
    log.push((await caller.put('Bill', { ...entity, ...wired({ Description: 'late' }) })).status);
  }
  const unknown = await caller.put('Bill', wired({ Vendor: 'NOBODY' }));
  return [...log, [unknown.status, unknown.text.match(/"error":"[^"]+"/g)]];
}
