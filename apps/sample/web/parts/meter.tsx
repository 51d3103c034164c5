import type { CSSProperties, ReactElement } from 'react';
import type { Tone } from './status-badge.js';

/** How much of something is used, as a bar; the words beside it say the same. */
export function Meter({ share, tone }: { readonly share: number; readonly tone?: Tone }): ReactElement {
  const width = Math.min(1, Math.max(0, share));
  const level = tone ?? (width >= 0.95 ? 'red' : width >= 0.75 ? 'amber' : 'green');
  return (
    <div className="meter" data-tone={level} aria-hidden="true">
      <span style={{ '--share': width } as CSSProperties} />
    </div>
  );
}
