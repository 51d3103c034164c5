/** One request and its answer, without secrets. */
export interface RecordedExchange {
  readonly request: {
    readonly method: string;
    /** Below the site, with its query as it was sent. */
    readonly path: string;
    /** As text; secrets in it are `***`. */
    readonly body: string;
  };
  readonly response: {
    readonly status: number;
    /** Names in lower case; cookies as a list. */
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    /** Text, uncompressed; bytes that are no text as base64. */
    readonly body: string;
    readonly base64?: boolean;
  };
}

/** What a recorder has seen; plain JSON. */
export interface Recording {
  readonly version: 1;
  readonly exchanges: readonly RecordedExchange[];
}
