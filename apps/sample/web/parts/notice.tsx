import type { ReactElement, ReactNode } from 'react';
import type { Tone } from './status-badge.js';
import { Icon } from './icon.js';
import type { IconName } from './icon.js';

const icons: Partial<Record<Tone, IconName>> = { green: 'tick', amber: 'warning', red: 'warning' };

/** What somebody ought to know now, with what can be done about it. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits for its turn. @default status */
  readonly role?: 'alert' | 'status';
}): ReactElement {
  return (
    <div className="notice" data-tone={props.tone} role={props.role ?? 'status'}>
      <Icon name={icons[props.tone] ?? 'info'} />
      <div>
        <strong>{props.title}</strong>
        {props.children}
      </div>
      {props.action}
    </div>
  );
}
