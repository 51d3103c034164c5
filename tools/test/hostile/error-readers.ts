import { inspect } from 'node:util';
import { AcumaticaError, redact, redactText } from '@acurecord/errors';
import type { Reader } from './slow-shapes.js';

/** What packages/errors does with texts that a server sent. */
export const errorReaders: readonly Reader[] = [
  { name: 'redactText', read: (text) => redactText(text) },
  { name: 'redactText with a secret', read: (text) => redactText(text, ['aaaaaaaaab', 'x"y']) },
  { name: 'redact', read: (text) => redact({ [text]: text, list: [text] }) },
  {
    name: 'an error and all that is printed of it',
    read: (text) => {
      const error = new AcumaticaError(text, { entityId: text, context: { text }, cause: new Error(text) });
      return [error.getDetailedMessage(), JSON.stringify(error), inspect(error)];
    },
  },
];
