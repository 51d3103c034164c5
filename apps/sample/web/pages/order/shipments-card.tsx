import type { ReactElement } from 'react';
import type { OrderDocument } from '../../../contract/index.js';
import { Card } from '../../parts/card.js';
import { day } from '../../wording/dates.js';

/** What has left the house for the order; nothing before the first shipment. */
export function ShipmentsCard({ order: { shipments } }: { readonly order: OrderDocument }): ReactElement | null {
  if (shipments.length === 0) return null;
  return (
    <Card title="Shipments">
      <ul className="card-body plain-list">
        {shipments.map(({ nbr, date, status, invoiceNbr }) => (
          <li key={nbr}>
            <span>
              <strong>{nbr}</strong> <span className="soft">{day(date)}</span>
            </span>
            <span className="soft small">
              {status}
              {invoiceNbr !== null && `, invoice ${invoiceNbr}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
