import { AcumaticaError, F } from 'acurecord';
import type { AcumaticaClient } from 'acurecord';
import { startSimulator } from '@acurecord/simulator';
import type { Simulator, SimulatorOptions } from '@acurecord/simulator';
import { connectTo } from './support/simulated.js';

/** What a program sees of an ERP of this kind. */
async function told<T>(
  options: SimulatorOptions,
  does: (client: AcumaticaClient, sim: Simulator) => Promise<T>,
): Promise<T> {
  await using sim = await startSimulator(options);
  const client = await connectTo(sim, { retry: { baseDelayMs: 1 } });
  try {
    return await does(client, sim);
  } finally {
    await client.close();
  }
}

/** The class and message of what a call fails with. */
async function failure(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof AcumaticaError ? `${error.name}: ${error.message}` : `no failure: ${String(error)}`;
}

const newOrder = (client: AcumaticaClient, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> =>
  client.models.SalesOrder.create({
    OrderType: 'SO',
    CustomerID: 'ABARTENDE',
    Details: [{ InventoryID: 'GLPINT16', OrderQty: 1 }],
    ...more,
  });

describe('a program is told', () => {
  it('the same day, whether a server writes it with a time or without', async () => {
    const dayOf = (options: SimulatorOptions): Promise<unknown> =>
      told(options, async (client) => {
        const order = await client.models.SalesOrder.find('SO', '000001');
        return String(order.raw('EffectiveDate')).slice(0, 10);
      });
    const bare = await dayOf({ release: '25R2', assume: { bareDays: ['EffectiveDate'] } });
    expect(bare).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(bare).toBe(await dayOf({ release: '25R2' }));
  });

  it('which field of a record holds too many characters', async () => {
    const message = await told({ release: '25R2' }, async (client) => {
      const customer = await client.models.Customer.find('ABARTENDE');
      customer['CustomerName'] = 'x'.repeat(300);
      return await failure(customer.save());
    });
    expect(message).toMatch(/^AcumaticaValidationError: .*CustomerName.*300 characters, 255 are allowed/s);
  });

  it('by the answer that a row of an unknown attribute was not stored', async () => {
    const rows = await told({}, async (client) => {
      const customer = await client.models.Customer.find('ABARTENDE', { expand: ['Attributes'] });
      const { Attributes } = await client.customers.putEntity(
        { CustomerID: customer['CustomerID'], Attributes: [{ AttributeID: 'NONSENSE', Value: 'x' }] },
        { expand: ['Attributes'] },
      );
      return (Attributes as { AttributeID: string }[]).map(({ AttributeID }) => AttributeID);
    });
    expect(rows).toEqual(['INDUSTRY']);
  });

  it('that a purchase order is canceled still after it was changed', async () => {
    const status = await told({}, async (client, sim) => {
      const order = await client.models.PurchaseOrder.create({
        VendorID: sim.store.all('Vendor')[0]?.['VendorID'],
      });
      await order.invoke('CancelOrder');
      order['Description'] = 'After all';
      await order.save();
      return [order['Status'], order['Description']];
    });
    expect(status).toEqual(['Canceled', 'After all']);
  });

  it('which column a list cannot find', async () => {
    const message = await told({}, (client) =>
      failure(client.models.Customer.query().custom('Document.AttributeGONE').toArray()),
    );
    expect(message).toContain("The column 'Document_AttributeGONE' is not found in the data set.");
  });

  it('what is missing where a shipment with a number alone is taken for a new one', async () => {
    const message = await told({ assume: { shipmentByNumber: 'insert' } }, (client, sim) => {
      const ShipmentNbr = sim.store.all('Shipment')[0]?.['ShipmentNbr'];
      return failure(client.shipments.putEntity({ ShipmentNbr }));
    });
    expect(message).toMatch(/^AcumaticaValidationError: .*CustomerID/s);
  });

  it('the same of a balance, which is compared with a decimal', async () => {
    const count = (options: SimulatorOptions): Promise<unknown> =>
      told(options, async (client) => {
        const rows = client.models.Invoice.where(F.Balance.gt(0)).toArray();
        return await rows.then(
          ({ length }) => length,
          (error: unknown) => (error as Error).name,
        );
      });
    expect(await count({})).toBeGreaterThan(0);
    expect([await count({}), 'AcumaticaServerError']).toContain(await count({ assume: { balanceFilter: 'fails' } }));
  });

  it('that nothing is to be shipped before the day it is asked for', async () => {
    const message = await told({}, async (client) => {
      const order = await newOrder(client, { RequestedOn: '2099-01-02' });
      return await failure(
        (order as unknown as { invoke(...args: unknown[]): Promise<unknown> }).invoke(
          'SalesOrderCreateShipment',
          {},
          { pollMs: 1 },
        ),
      );
    });
    expect(message).toContain('does not contain any items planned for shipment');
  });

  it('the cause, though it stands in the inner exception alone', async () => {
    const message = await told({ assume: { errorCause: 'inner' } }, async (client) => {
      const order = await newOrder(client);
      return await failure((order as unknown as { invoke(name: string): Promise<unknown> }).invoke('ReopenSalesOrder'));
    });
    expect(message).toContain('button is disabled');
  });

  it('that a list is too large', async () => {
    const messages = await told({ assume: { largestList: 5 } }, async (client) => [
      await failure(client.models.Customer.query().toArray()),
      await failure(client.inquiries.get('Customers').toArray()),
    ]);
    expect(messages[0]).toMatch(/^Acumatica\w+Error: .*insufficient system memory/s);
    expect(messages[1]).toMatch(/^Acumatica\w+Error: .*511/s);
  });

  it('no error by a server that answers one blank record for an inquiry, which programs read by PUT', async () => {
    const rows = await told({ assume: { inquiryList: 'blank' } }, (client) =>
      client.inquiries.get('Customers').toArray(),
    );
    expect(rows.length).toBeGreaterThan(3);
  });

  it('that a form is busy', async () => {
    const messages = await told({}, async (client, sim) => {
      const order = await newOrder(client);
      sim.failNext({
        method: 'POST',
        path: '/SalesOrderCreateShipment',
        status: 500,
        body: {
          message: 'An error has occurred.',
          exceptionMessage: 'The previous operation has not been completed yet.',
          exceptionType: 'PX.Data.PXException',
          stackTrace: '',
        },
      });
      return await failure(
        (order as unknown as { invoke(name: string): Promise<unknown> }).invoke('SalesOrderCreateShipment'),
      );
    });
    expect(messages).toContain('The previous operation has not been completed yet.');
  });
});

describe('an action that is finished', () => {
  it.each([
    ['the address of the record', {}],
    ['no address', { assume: { locationOn204: false } }],
  ] as const)('is finished for a program that is answered 204 with %s', async (_, options) => {
    const statuses = await told(options, async (client) => {
      const order = await newOrder(client);
      const invoked = order as unknown as {
        invoke(...args: unknown[]): Promise<unknown>;
        refresh?(): Promise<unknown>;
      };
      await invoked.invoke('PutOnHold');
      const held = await client.models.SalesOrder.find('SO', String(order['OrderNbr']));
      await invoked.invoke('ReleaseFromHold');
      await invoked.invoke('SalesOrderCreateShipment', {}, { pollMs: 1 });
      const shipped = await client.models.SalesOrder.find('SO', String(order['OrderNbr']));
      return [held['Status'], shipped['Status']];
    });
    expect(statuses).toEqual(['On Hold', 'Shipping']);
  });
});

it('a session goes on with the ticket that it was given in its middle', async () => {
  await told({}, async (client, sim) => {
    for (let minutes = 0; minutes < 45; minutes += 6) {
      sim.advance(6 * 60_000);
      await client.models.Customer.find('ABARTENDE');
    }
    expect(sim.requests().filter(({ path }) => path.endsWith('/auth/login'))).toHaveLength(1);
  });
});
