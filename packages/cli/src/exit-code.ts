import {
  AcumaticaAmbiguousOutcomeError,
  AcumaticaAuthError,
  AcumaticaBusinessRuleError,
  AcumaticaConcurrencyError,
  AcumaticaConfigError,
  AcumaticaConnectionError,
  AcumaticaNotFoundError,
  AcumaticaQueryError,
  AcumaticaSchemaError,
  AcumaticaValidationError,
} from 'acurecord';

/** How a command ends. The numbers are part of the interface: scripts rely on them. */
export const EXIT = {
  ok: 0,
  /** Something failed, or a check found a difference. */
  failed: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** Settings are missing or the ERP refuses the sign-in. */
  signIn: 3,
  /** There is no such record, entity or file. */
  notFound: 4,
  /** The ERP refuses the data. */
  refused: 5,
  /** The ERP cannot be reached, or does not answer in time. */
  unreachable: 6,
  /** A write was sent, and nobody knows whether the ERP has done it: look before you run the command again. */
  inDoubt: 7,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** For `--help`. */
export const exitCodeHelp = `
Exit codes: 0 done, 1 failed or different, 2 wrong usage, 3 settings or sign-in, 4 not found, 5 refused by the ERP,
6 not reachable, 7 perhaps written (look before you run it again), 130 interrupted.`;

/** The exit code that an error stands for. */
export function exitCodeOf(error: unknown): number {
  if (AcumaticaAmbiguousOutcomeError.is(error)) return error.repeatable ? EXIT.unreachable : EXIT.inDoubt;
  if (error instanceof UsageError || AcumaticaQueryError.is(error)) return EXIT.usage;
  if (AcumaticaConfigError.is(error) || AcumaticaAuthError.is(error)) return EXIT.signIn;
  if (AcumaticaNotFoundError.is(error) || AcumaticaSchemaError.is(error) || isMissingFile(error)) return EXIT.notFound;
  const refusals = [AcumaticaValidationError, AcumaticaBusinessRuleError, AcumaticaConcurrencyError];
  if (refusals.some((refusal) => refusal.is(error))) return EXIT.refused;
  return AcumaticaConnectionError.is(error) ? EXIT.unreachable : EXIT.failed;
}

/** A command line that makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}

function isMissingFile(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ENOENT';
}
