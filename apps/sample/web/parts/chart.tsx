import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  DoughnutController,
  LinearScale,
  Tooltip,
} from 'chart.js';
import type { ChartConfiguration } from 'chart.js';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useTheme } from '../shell/theme.js';

ChartJs.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, LinearScale, Tooltip);

/** A colour of the style sheet as a canvas understands it: `var(--blue)` → `rgb(…)`. */
export type ColourOf = (colour: string) => string;

/** A drawing of numbers. What it says has to stand in words or in a table beside it too. */
export function Chart(props: {
  /** What is to be seen, for those who do not see it. */
  readonly label: string;
  readonly draw: (colourOf: ColourOf) => ChartConfiguration<'bar' | 'doughnut'>;
}): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const { draw, label } = props;
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const configuration = draw(colourOf);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const options = { ...configuration.options, responsive: true, maintainAspectRatio: false };
    const chart = new ChartJs(canvas.current, {
      ...configuration,
      options: { ...options, ...(isCalm ? { animation: false } : { animation: { duration: 350 } }) },
    });
    return () => {
      chart.destroy();
    };
  }, [draw, theme]);
  return (
    <div className="chart">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

function colourOf(colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
