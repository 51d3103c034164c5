/** A class of records, as far as the model must know it. */
export interface RecordClass<T = object> {
  new (init?: object): T;
  readonly name: string;
  readonly prototype: T;
}
