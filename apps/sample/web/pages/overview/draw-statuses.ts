import type { ChartConfiguration } from 'chart.js';
import type { StatusCount } from '../../../contract/index.js';
import type { ColourOf } from '../../parts/chart.js';
import { toneOf } from '../../parts/status-badge.js';
import { plural } from '../../wording/count.js';
import { money } from '../../wording/money.js';

/** A ring of open orders, in the colours that statuses have everywhere. */
export function drawStatuses(rows: readonly StatusCount[], colourOf: ColourOf): ChartConfiguration<'doughnut'> {
  return {
    type: 'doughnut',
    data: {
      labels: rows.map(({ status }) => status),
      datasets: [
        {
          data: rows.map((row) => row.count),
          backgroundColor: rows.map(({ status }) => colourOf(`var(--chart-${toneOf(status)})`)),
          borderColor: colourOf('var(--surface)'),
          borderWidth: 2,
          borderRadius: 4,
          hoverOffset: 0,
        },
      ],
    },
    options: {
      cutout: '72%',
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex }) => {
              const row = rows[dataIndex];
              return row === undefined ? '' : ` ${plural(row.count, 'order')}, ${money(row.total)}`;
            },
          },
        },
      },
    },
  };
}
