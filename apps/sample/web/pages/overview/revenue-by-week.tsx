import { useCallback } from 'react';
import type { ReactElement } from 'react';
import type { WeekRevenue } from '../../../contract/index.js';
import type { ColourOf } from '../../parts/chart.js';
import { LazyChart } from '../../parts/lazy-chart.js';
import { day } from '../../wording/dates.js';
import { money, roundMoney } from '../../wording/money.js';
import { drawRevenue } from './draw-revenue.js';

/** Revenue as bars, and the same in a table. */
export function RevenueByWeek({ weeks }: { readonly weeks: readonly WeekRevenue[] }): ReactElement {
  const draw = useCallback((colourOf: ColourOf) => drawRevenue(weeks, colourOf), [weeks]);
  const total = weeks.reduce((sum, { revenue }) => sum + revenue, 0);
  return (
    <div className="card-body revenue">
      <p className="figure">
        {roundMoney(total)} <span>in {weeks.length} weeks</span>
      </p>
      <LazyChart
        label={`Bar chart: revenue of the last ${String(weeks.length)} weeks; its numbers follow`}
        draw={draw}
      />
      <details>
        <summary>Show the numbers</summary>
        <WeekTable weeks={weeks} />
      </details>
    </div>
  );
}

function WeekTable({ weeks }: { readonly weeks: readonly WeekRevenue[] }): ReactElement {
  return (
    <table className="plain-table">
      <caption className="unseen">Revenue by week</caption>
      <thead>
        <tr>
          <th scope="col">Week from</th>
          <th scope="col" className="number">
            Revenue
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, revenue }) => (
          <tr key={week}>
            <th scope="row">{day(week)}</th>
            <td className="number">{money(revenue)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
