import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failed, ok, warning } from './finding.js';
import type { Finding } from './finding.js';

/** Whether descriptions can be kept in a folder, and whether others can read them. */
export async function checkCache(folder: string): Promise<Finding> {
  const place = await stat(folder).catch(() => undefined);
  if (place === undefined)
    return (await isWritable(dirname(folder))) ? ok('cache', `${folder} will be made when needed`) : unwritable(folder);
  if (!place.isDirectory())
    return failed('cache', `${folder} is no folder`, 'Choose another one: ACUMATICA_CACHE_DIR.');
  if (!(await isWritable(folder))) return unwritable(folder);
  const isShared = process.platform !== 'win32' && (place.mode & 0o077) !== 0;
  return isShared
    ? warning('cache', `${folder} can be read by other users`, `chmod 700 ${folder}`)
    : ok('cache', `${folder} can be written`);
}

function unwritable(folder: string): Finding {
  return failed(
    'cache',
    `${folder} cannot be written`,
    'Change its owner, or choose another one: ACUMATICA_CACHE_DIR.',
  );
}

async function isWritable(folder: string): Promise<boolean> {
  const reached = await access(folder, constants.W_OK).then(
    () => true,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' && dirname(folder) !== folder ? undefined : false),
  );
  return reached ?? isWritable(dirname(folder));
}
