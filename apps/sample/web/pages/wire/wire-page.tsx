import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery } from '../../api/queries.js';
import { Card } from '../../parts/card.js';
import { Notice } from '../../parts/notice.js';
import { Page } from '../../parts/page.js';
import { QueryView } from '../../parts/query-view.js';
import { FaultCard } from './fault-card.js';
import { WireLog } from './wire-log.js';
import './wire.css';

/** Every request to the ERP as it happens, and buttons that make some of them go wrong. */
export function WirePage(): ReactElement {
  const session = useQuery(sessionQuery);
  return (
    <Page title="Wire" about="Every request to the ERP as it happens, without secrets">
      <Card title="Make something go wrong" about="The simulator misbehaves once; watch what the client does about it">
        <QueryView query={session} what="the faults" lines={3}>
          {({ faults }) =>
            faults.length === 0 ? (
              <div className="card-body">
                <Notice tone="grey" title="Not on a real tenant">
                  <p>Faults can be made in the simulator only. Start the desk without ACUMATICA_URL to try them.</p>
                </Notice>
              </div>
            ) : (
              <ul className="faults">
                {faults.map((fault) => (
                  <FaultCard key={fault} fault={fault} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Card>
      <WireLog />
    </Page>
  );
}
