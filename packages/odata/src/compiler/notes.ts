/** A part that is sent in other words, which mean the same. */
export interface Rewrite {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** What the compiler has to say about a filter besides its text. */
export interface Notes {
  readonly rewrites: Rewrite[];
  /** What nobody has seen a server answer: it is sent, and may fail. One sentence each, none twice. */
  readonly unconfirmed: Set<string>;
}
