/** The part of the standard `Headers` that every fetch offers. */
export interface ResponseHeaders {
  get(name: string): string | null;
  has(name: string): boolean;
  forEach(visit: (value: string, name: string) => void): void;
}

/** A successful answer (200, 202, 204); every other one is thrown as an error. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** Parsed JSON, text, a Buffer or a `Readable`, as asked by `responseType`; `undefined` where there was no body. */
  readonly body: unknown;
  /** The address that answered. */
  readonly url: string;
}

/** The headers of an answer that has none. */
export const noHeaders: ResponseHeaders = { get: () => null, has: () => false, forEach: () => undefined };
