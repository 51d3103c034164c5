import type { ReactElement } from 'react';
import type { CustomerRow } from '../../../contract/index.js';
import { Meter } from '../../parts/meter.js';
import { roundMoney } from '../../wording/money.js';

/** How much of a customer's credit limit is used. */
export function CreditBar({ row }: { readonly row: CustomerRow }): ReactElement {
  const { creditLimit, balance, currency } = row;
  if (creditLimit === 0) return <span className="soft small">No limit</span>;
  if (balance === null) return <span className="soft small">{`Limit ${roundMoney(creditLimit, currency)}`}</span>;
  const share = balance / creditLimit;
  return (
    <div className="credit">
      <span className="small">
        {`${String(Math.round(share * 100))} % of ${roundMoney(creditLimit, currency)}`}
        {share > 1 && <strong className="over"> over the limit</strong>}
      </span>
      <Meter share={share} />
    </div>
  );
}
