import { AcumaticaError, AcumaticaNotFoundError, AcumaticaValidationError } from 'acurecord';
import { Customer } from '../models/customer.js';
import { SalesOrder } from '../models/sales-order.js';
import type { Target } from './target.js';
import { chapter, say } from './terminal.js';

/** Three things that go wrong every day, and what becomes of them. */
export async function meetTrouble({ simulator }: Target): Promise<void> {
  chapter('Meet a record that is not there');
  await tell(() => Customer.find('NOPE'));

  chapter('Meet a value that the ERP refuses');
  await tell(() => SalesOrder.create({ OrderType: 'SO', CustomerID: 'NOPE' }));

  if (simulator === undefined) return;
  chapter('Meet a session that the ERP ended');
  simulator.advance(60 * 60_000);
  say(`an hour later the ERP holds ${simulator.sessions().length} sessions`);
  const customer = await Customer.query().select('CustomerID').firstOrThrow();
  say(`${customer.CustomerID} is read all the same: signed in again, once`);
}

async function tell(attempt: () => Promise<unknown>): Promise<void> {
  try {
    await attempt();
    say('the ERP took it');
  } catch (error) {
    if (!AcumaticaError.is(error)) throw error;
    say(`${error.name}: ${error.message}`);
    if (AcumaticaNotFoundError.is(error)) say(`nothing of type ${error.resourceType} is called ${error.resourceId}`);
    if (AcumaticaValidationError.is(error))
      for (const { path, message } of error.issues) say(`${path || 'the record'}: ${message}`);
  }
}
