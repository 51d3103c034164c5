import type { ChartConfiguration } from 'chart.js';
import type { WeekRevenue } from '../../../contract/index.js';
import type { ColourOf } from '../../parts/chart.js';
import { shortDay } from '../../wording/dates.js';
import { money, shortAmount } from '../../wording/money.js';

/** Bars of revenue; the week that still runs is paler, since it is not whole. */
export function drawRevenue(weeks: readonly WeekRevenue[], colourOf: ColourOf): ChartConfiguration<'bar'> {
  const [full, running] = [colourOf('var(--chart-accent)'), colourOf('var(--chart-accent-pale)')];
  const ticks = { color: colourOf('var(--ink-soft)'), font: { family: 'Plex Sans', size: 12 } };
  return {
    type: 'bar',
    data: {
      labels: weeks.map(({ week }) => shortDay(week)),
      datasets: [
        {
          data: weeks.map(({ revenue }) => revenue),
          backgroundColor: weeks.map((_, index) => (index === weeks.length - 1 ? running : full)),
          borderRadius: 4,
          maxBarThickness: 40,
        },
      ],
    },
    options: {
      plugins: { tooltip: { displayColors: false, callbacks: { label: ({ raw }) => money(Number(raw)) } } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: colourOf('var(--line)') },
          ticks: { ...ticks, maxRotation: 0 },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: colourOf('var(--line)') },
          ticks: { ...ticks, maxTicksLimit: 5, callback: (value) => shortAmount(Number(value)) },
        },
      },
    },
  };
}
