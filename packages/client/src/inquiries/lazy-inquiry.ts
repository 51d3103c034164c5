import type { CallOptions, InquiryQuery, InquiryRow, InquirySchema } from '@acurecord/metadata';
import type { Condition, ConditionInput, UntypedFields } from '@acurecord/odata';

/** What a lazy inquiry is made of. */
export interface InquiryPort {
  /** The inquiry's columns and parameters. @throws AcumaticaConfigError when it is not exposed */
  readonly schema: () => Promise<InquirySchema>;
  readonly query: (schema: InquirySchema) => InquiryQuery | Promise<InquiryQuery>;
}

type Step = (query: InquiryQuery) => InquiryQuery;

/**
 * A question to a generic inquiry whose columns are looked up when it is first sent. Immutable; only the verbs
 * (`toArray`, `first`, `pages`, `for await`) send, and mistyped columns are found then.
 */
export class LazyInquiry implements AsyncIterable<InquiryRow> {
  readonly #port: InquiryPort;
  readonly #steps: readonly Step[];

  /** Made by `client.inquiries`. */
  constructor(port: InquiryPort, steps: readonly Step[] = []) {
    this.#port = port;
    this.#steps = steps;
  }

  /** Narrows; a second `where` means "and": `row => row.Status.eq('N')`, a condition, or values to be equal to. */
  where(condition: Condition | Readonly<Record<string, unknown>> | ((row: UntypedFields) => Condition)): LazyInquiry {
    return this.#then((query) => query.where(condition as ConditionInput<InquiryRow, 'odataV4'>));
  }

  /** Reads these columns only; of rows that rows lead to, by path: `SOLineCollection/LineNbr`. */
  select(...columns: readonly string[]): LazyInquiry {
    return this.#then((query) => query.select(...columns));
  }

  /** Reads rows that the rows lead to as well, where they lead to some: `SOLineCollection`. */
  expand(...paths: readonly string[]): LazyInquiry {
    return this.#then((query) => query.expand(...paths));
  }

  /** `'Date'` or `'Date desc'`. */
  orderBy(...terms: readonly string[]): LazyInquiry {
    return this.#then((query) => query.orderBy(...terms));
  }

  /** Parameters of the inquiry. */
  parameters(parameters: Readonly<Record<string, unknown>>): LazyInquiry {
    return this.#then((query) => query.parameters(parameters));
  }

  /** At most so many rows. */
  take(count: number): LazyInquiry {
    return this.#then((query) => query.take(count));
  }

  /** Leaves out the first rows. */
  skip(count: number): LazyInquiry {
    return this.#then((query) => query.skip(count));
  }

  /** Time limit and abort signal of every request of this query. */
  options(options: CallOptions): LazyInquiry {
    return this.#then((query) => query.options(options));
  }

  /** Columns and parameters, as the site describes them. */
  describe(): Promise<InquirySchema> {
    return this.#port.schema();
  }

  /** The query as it is sent, with its columns known. */
  async query(): Promise<InquiryQuery> {
    const query = await this.#port.query(await this.#port.schema());
    return this.#steps.reduce((before, step) => step(before), query);
  }

  /** All rows, however many pages the server makes of them. */
  async toArray(): Promise<InquiryRow[]> {
    return (await this.query()).toArray();
  }

  /** With parameters: all rows. */
  async run(parameters: Readonly<Record<string, unknown>> = {}): Promise<InquiryRow[]> {
    return (await this.query()).run(parameters);
  }

  /** The first row, or undefined. */
  async first(): Promise<InquiryRow | undefined> {
    return (await this.query()).first();
  }

  /** The first row. @throws AcumaticaNotFoundError when there is none */
  async firstOrThrow(): Promise<InquiryRow> {
    return (await this.query()).firstOrThrow();
  }

  /** Whether there is such a row. */
  async exists(): Promise<boolean> {
    return (await this.query()).exists();
  }

  /** Page by page. */
  async *pages(): AsyncGenerator<InquiryRow[], void, undefined> {
    yield* (await this.query()).pages();
  }

  /** Row by row. */
  async *[Symbol.asyncIterator](): AsyncGenerator<InquiryRow, void, undefined> {
    for await (const page of this.pages()) yield* page;
  }

  #then(step: Step): LazyInquiry {
    return new LazyInquiry(this.#port, [...this.#steps, step]);
  }
}
