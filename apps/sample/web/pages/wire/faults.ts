import type { FaultName } from '../../../contract/index.js';
import type { IconName } from '../../parts/icon.js';

/** What a fault is called, and what is about to happen. */
export const faults: Readonly<
  Record<FaultName, { readonly icon: IconName; readonly title: string; readonly about: string }>
> = {
  throttle: {
    icon: 'bolt',
    title: 'Throttle',
    about: 'The ERP answers 429: too many requests. The client waits as long as it is told to, then tries again.',
  },
  slow: {
    icon: 'snail',
    title: 'Slow answer',
    about: 'The ERP takes its time. The client waits, and nothing else on this desk stands still.',
  },
  'idle-sign-out': {
    icon: 'key',
    title: 'Idle sign-out',
    about: 'The ERP forgets the session, as it does when nobody works. The client signs in again, once, and goes on.',
  },
  'drop-after-commit': {
    icon: 'scissors',
    title: 'Drop after commit',
    about:
      'An order is written and the connection breaks before the answer. Nothing is written twice: the desk looks whether it is there.',
  },
};
