/** A name of the endpoint that could not be taken over as it is, and what became of it. */
export interface NamingNote {
  readonly entity: string;
  /** The member or action; absent when the note is about the entity itself. */
  readonly member?: string;
  /** A sentence for the person who generates. */
  readonly note: string;
}
