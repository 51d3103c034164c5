/** A body too long to hold in memory at once: its parts are made as fast as the caller reads. */
export class LongText {
  readonly parts: () => Iterable<string>;

  constructor(parts: () => Iterable<string>) {
    this.parts = parts;
  }
}
