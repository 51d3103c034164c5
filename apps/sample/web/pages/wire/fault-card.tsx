import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { FaultDemonstration, FaultName, FaultReport } from '../../../contract/index.js';
import { orderHref } from '../../api/order-path.js';
import { write } from '../../api/request.js';
import { Icon } from '../../parts/icon.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { plural } from '../../wording/count.js';
import { duration } from '../../wording/dates.js';
import { faults } from './faults.js';

/** A fault: what it is, the button that makes it happen, and what came of it. */
export function FaultCard({ fault }: { readonly fault: FaultName }): ReactElement {
  const { icon, title, about } = faults[fault];
  const provoke = useMutation({ mutationFn: () => write<FaultReport>('POST', `/api/faults/${fault}`, {}) });
  return (
    <li className="fault">
      <h3>
        <Icon name={icon} /> {title}
      </h3>
      <p className="soft">{about}</p>
      <button
        type="button"
        className="button"
        aria-label={`Try it: ${title}`}
        disabled={provoke.isPending}
        onClick={() => {
          provoke.mutate();
        }}
      >
        {provoke.isPending && <span className="spinner" />}
        {provoke.isPending ? 'Watch the log…' : 'Try it'}
      </button>
      <div aria-live="polite">
        {provoke.error && <ProblemNotice error={provoke.error} />}
        {provoke.data && <Outcome demonstration={provoke.data.demonstration} expect={provoke.data.expect} />}
      </div>
    </li>
  );
}

function Outcome({
  expect,
  demonstration,
}: {
  readonly expect: string;
  readonly demonstration: FaultDemonstration;
}): ReactElement {
  const { action, ms, ok, outcome, document } = demonstration;
  return (
    <div className="fault-outcome" data-tone={ok ? 'green' : 'red'}>
      <p className="soft">{expect}</p>
      <p>
        <Icon name={ok ? 'tick' : 'warning'} size={16} />
        <span>
          {outcome} <span className="soft nowrap">{`(${action}, ${duration(ms)})`}</span>
        </span>
      </p>
      {document && (
        <p>
          <Icon name={document.copies === 1 ? 'tick' : 'warning'} size={16} />
          <span>
            <Link href={orderHref(document)}>{`${document.orderType} ${document.orderNbr}`}</Link>
            {` is there ${document.copies === 1 ? 'exactly once' : plural(document.copies, 'time')}.`}
          </span>
        </p>
      )}
    </div>
  );
}
