import { contractDialect } from './contract-dialect.js';
import type { Dialect } from './dialect.js';
import { quoted } from './quoted.js';

/**
 * Contract 5, as its documents describe it: `cf.Type('View.Field')` and `$expand=Details($select=…)`.
 *
 * @experimental No server has answered it yet.
 */
export const contract5Dialect: Dialect = {
  ...contractDialect,
  name: 'contract5',
  server: 'a contract 5 endpoint',
  customField: ({ type, view, field }) => `cf.${type}(${quoted(`${view}.${field}`)})`,
  options: { ...contractDialect.options, expand: 'nested' },
};
