import type { Instance } from '../instance.js';
import type { Answer } from '../server/answer.js';

/** An address of the site as `Location` shows it: relative, or with the origin, as is assumed. */
export function shownAddress({ assume, origin }: Instance, address: string): string {
  return assume.location === 'relative' ? address : `${origin}${address}`;
}

/** 202: an operation runs, and where to ask for it again. */
export function runningAnswer(instance: Instance, address: string): Answer {
  return { status: 202, headers: { Location: shownAddress(instance, address) }, body: '' };
}
