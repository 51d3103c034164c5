import { AcumaticaBusinessRuleError } from '@acurecord/errors';

/** One line of what the ERP tells of its work on customization projects. */
export interface CustomizationLogRecord {
  readonly timestamp: string;
  /** `trace`, `information`, `warning` or `error`. */
  readonly logType: string;
  readonly message: string;
}

/** The log in an answer; lines without a message are left out. */
export function logOf(body: unknown): CustomizationLogRecord[] {
  const { log } = (body ?? {}) as { readonly log?: unknown };
  if (!Array.isArray(log)) return [];
  return (log as unknown[]).flatMap((line) => {
    const { timestamp = '', logType = '', message } = (line ?? {}) as Partial<CustomizationLogRecord>;
    return typeof message === 'string' ? [{ timestamp: String(timestamp), logType: String(logType), message }] : [];
  });
}

/** The ERP answers with 200 whatever goes wrong, and tells it in the log alone. @throws AcumaticaBusinessRuleError */
export function refuseLoggedErrors(operation: string, log: readonly CustomizationLogRecord[], isFailed = false): void {
  const errors = log.filter(({ logType }) => logType.toLowerCase() === 'error').map(({ message }) => message);
  if (errors.length === 0 && !isFailed) return;
  const told = errors.length === 0 ? 'the ERP says that it failed, and not why' : errors.join('; ');
  throw new AcumaticaBusinessRuleError(`${operation} failed: ${told}`, { operation, context: { log } });
}
