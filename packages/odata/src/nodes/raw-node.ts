/** Filter text written by the caller, passed on as it is. */
export interface RawNode {
  readonly kind: 'raw';
  readonly text: string;
}

/** `rawNode("Status eq 'Open'")` */
export function rawNode(text: string): RawNode {
  return Object.freeze({ kind: 'raw', text });
}
