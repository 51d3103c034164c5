import { AcumaticaConfigError } from '@acurecord/errors';
import type { TokenStore } from './token-store.js';

/** Stands in for `file-token-store.ts` where there are no files. @throws AcumaticaConfigError always */
export function fileTokenStore(_path: string): TokenStore {
  throw new AcumaticaConfigError('fileTokenStore() needs files, and this runtime has none.', {
    suggestions: ['Use memoryTokenStore(), or a TokenStore of your own over what the platform keeps.'],
  });
}
