/** What was printed could not be written: the disk is full, or the reader (`| head`) has seen enough. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  /** Such as `ENOSPC`; `EPIPE` when the reader went away, which is no fault. */
  readonly code: string;

  constructor(cause: NodeJS.ErrnoException) {
    const { code = 'FAILED' } = cause;
    const reason = code === 'ENOSPC' ? 'there is no space left' : cause.message;
    super(`The output could not be written: ${reason} (${code}). What was written before is incomplete.`, { cause });
    this.code = code;
  }
}
