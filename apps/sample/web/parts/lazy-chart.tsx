import { Suspense, lazy } from 'react';
import type { ComponentProps, ReactElement } from 'react';
import type { Chart } from './chart.js';

const Drawn = lazy(async () => ({ default: (await import('./chart.js')).Chart }));

/** A chart, whose code is fetched after the page stands. */
export function LazyChart(props: ComponentProps<typeof Chart>): ReactElement {
  return (
    <Suspense fallback={<div className="chart" />}>
      <Drawn {...props} />
    </Suspense>
  );
}
