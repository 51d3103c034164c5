import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.js';
import type { IconName } from './icon.js';

/** There is nothing here, and why. */
export function EmptyState(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="empty">
      <Icon name={props.icon} />
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}
