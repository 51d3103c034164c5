import { AcumaticaError, AcumaticaQueryError } from '@acurecord/errors';
import { InquiryQuery } from '@acurecord/metadata';
import type { CallOptions, EntityClient, InquirySchema } from '@acurecord/metadata';
import { LazyInquiry } from './lazy-inquiry.js';

/** What the ERP remembers of a deleted record. */
export interface DeletedRecord {
  /** The record's id on contract endpoints, too. */
  readonly RefNoteID: string;
  readonly DeleteDate: Date;
}

/** Which deleted records are read. */
export interface DeletedOptions extends Omit<CallOptions, 'archived' | 'deleted' | 'apiVersion'> {
  /** Those that were deleted then or later. @default since the ERP keeps track of them */
  readonly since?: Date;
}

/** What a data access class is read through. */
export interface DacPort {
  readonly client: EntityClient;
  /** @throws AcumaticaConfigError when there is no such class */
  readonly schema: () => Promise<InquirySchema>;
  readonly query: () => Promise<InquiryQuery>;
}

const FUNCTION = 'px.GetDeletedRecords()';

/**
 * A question to a table of the ERP, by its data access class: `client.dac('SOOrder').where(o => o.Status.eq('N'))`.
 * Values are those of the database: codes in place of labels, numbers in place of keys. Ways to other tables lead on in
 * conditions, `o.CustomerByCustomerID.AcctCD.eq('ABARTENDE')`, `o('SOLineCollection').some(l => l.LineNbr.eq(2))`, and in
 * `expand`. Only the verbs send; columns are looked up when the first one does.
 */
export class LazyDac extends LazyInquiry {
  readonly #port: DacPort;

  /** Made by `client.dac`. */
  constructor(port: DacPort) {
    super({ schema: port.schema, query: port.query });
    this.#port = port;
  }

  /**
   * What the ERP remembers of deleted records of the class, the oldest deletion first.
   *
   * @throws AcumaticaQueryError where it keeps no track of them
   */
  async deleted({ since, ...options }: DeletedOptions = {}): Promise<DeletedRecord[]> {
    const { name } = await this.#port.schema();
    const inquiry = { name, keys: ['RefNoteID'], members: columns };
    const source = { inquiry, source: 'dac', part: FUNCTION, client: this.#port.client } as const;
    const query = new InquiryQuery<DeletedRecord>(source).options(options);
    const asked = since === undefined ? query : query.where((row) => row.DeleteDate.ge(since));
    return asked.toArray().catch((error: unknown) => {
      throw AcumaticaError.is(error) && error.status === 404 ? untracked(name, error) : error;
    });
  }
}

const columns = {
  RefNoteID: { type: 'Guid', nullable: false },
  DeleteDate: { type: 'DateTime', nullable: false },
} as const;

function untracked(name: string, cause: Error): AcumaticaQueryError {
  return new AcumaticaQueryError(`The ERP keeps no track of deleted records of ${name}.`, {
    suggestions: ['Add the class on the form Tables to Track Deleted Records (SM207010).'],
    cause,
  });
}
