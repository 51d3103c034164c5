import type { OperationOptions, OperationHandle } from '@acurecord/transport';
import type { ClientCore } from '../client-core.js';
import { optionsInScope } from '../scope/call-scope.js';
import type { CallScope } from '../scope/call-scope.js';

/** How the end of an action is waited for once more. */
export type ResumeOptions = Pick<OperationOptions, 'pollMs' | 'timeoutMs' | 'signal' | 'priority' | 'onProgress'>;

/** Waits for an action that the ERP works on; whatever reads are kept may be older than what it did. */
export async function resumeOperation(
  core: Omit<ClientCore, 'schedulerFor'>,
  handle: OperationHandle,
  options: ResumeOptions,
  scope: CallScope,
): Promise<void> {
  const { transport, readCache } = await core.open();
  const { signal, priority = 0 } = optionsInScope(options, scope);
  try {
    await transport.resume(handle, { ...options, priority, ...(signal && { signal }) });
  } finally {
    await readCache?.clear();
  }
}
