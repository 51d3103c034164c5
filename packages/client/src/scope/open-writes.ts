import { AcumaticaAmbiguousOutcomeError } from '@acurecord/errors';

/** A write on its way. */
export interface OpenWrite {
  /** Whether sending it again does no harm, since it names its record. */
  readonly repeatable: boolean;
  /** Whether its request has left. */
  sent: boolean;
}

/**
 * The writes of one piece of work. What cuts the work off may cut one of them off as well before its answer is there, and
 * then nobody knows whether the ERP has done it.
 */
export class OpenWrites {
  readonly #open = new Set<OpenWrite>();
  readonly #signal: AbortSignal;
  #haveMade = false;

  /** `signal` is what cuts the work off. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** The writes that were cut off after they had left. */
  get inDoubt(): readonly OpenWrite[] {
    return this.#signal.aborted ? [...this.#open].filter(({ sent }) => sent) : [];
  }

  /** Whether the ERP has done a write, or may have, that sent again could make a second document. */
  get haveMade(): boolean {
    return this.#haveMade;
  }

  /**
   * Follows a write; one that fails by itself says in its error what is known of it. `leavesTraces` tells which refusals do
   * not mean that nothing was done.
   */
  async follow<R>(
    repeatable: boolean,
    send: (write: OpenWrite) => Promise<R>,
    leavesTraces: (error: unknown) => boolean = () => false,
  ): Promise<R> {
    const write: OpenWrite = { repeatable, sent: false };
    this.#open.add(write);
    try {
      const answer = await send(write);
      this.#open.delete(write);
      this.#haveMade ||= !repeatable;
      return answer;
    } catch (error) {
      if (!this.#signal.aborted) this.#open.delete(write);
      const isInDoubt = AcumaticaAmbiguousOutcomeError.is(error) && !error.repeatable;
      this.#haveMade ||= isInDoubt || leavesTraces(error);
      throw error;
    }
  }
}
