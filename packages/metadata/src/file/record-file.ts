/** A file of a record. */
export interface RecordFile {
  readonly id: string;
  /** As the server lists it; some releases put form and key before it: `Stock Items (AALEGO500)\photo.jpg`. */
  readonly filename: string;
  /** The last part of `filename`. */
  readonly name: string;
  readonly href?: string;
  readonly comment?: string;
}
