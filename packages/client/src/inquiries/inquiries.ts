import { AcumaticaConfigError } from '@acurecord/errors';
import { InquiryQuery } from '@acurecord/metadata';
import type { EntityClient, InquirySchema, ODataSchema } from '@acurecord/metadata';
import { nearMatches } from '../introspection/near-matches.js';
import { answerUnknownNames } from '../services/unknown-names.js';
import { LazyInquiry } from './lazy-inquiry.js';

/** The generic inquiries that a site exposes over OData: `client.inquiries.CustomerBalances.where(…)`. */
export class Inquiries {
  readonly #client: EntityClient;
  readonly #metadata: () => Promise<ODataSchema>;

  static {
    answerUnknownNames(Inquiries.prototype, (inquiries, name) => (inquiries as Inquiries).get(name));
  }

  /** Made by a client; `metadata` is asked for on first use. */
  constructor(client: EntityClient, metadata: () => Promise<ODataSchema>) {
    this.#client = client;
    this.#metadata = metadata;
  }

  /** Names of all inquiries that this user can read. */
  async list(): Promise<string[]> {
    return Object.keys((await this.#metadata()).inquiries);
  }

  /** An inquiry by its name; blanks and punctuation may be left out: `CustomerContacts` for `Customer Contacts`. */
  get(name: string): LazyInquiry {
    return new LazyInquiry({
      schema: () => this.#find(name),
      query: (inquiry) => new InquiryQuery({ inquiry, client: this.#client }),
    });
  }

  async #find(name: string): Promise<InquirySchema> {
    const { inquiries } = await this.#metadata();
    const exact = Object.hasOwn(inquiries, name) ? inquiries[name] : undefined;
    const found = exact ?? Object.values(inquiries).find((inquiry) => bare(inquiry.name) === bare(name));
    if (found !== undefined) return found;
    throw new AcumaticaConfigError(
      `There is no inquiry ${JSON.stringify(name)} over OData${nearMatches(name, Object.keys(inquiries))}.`,
      {
        suggestions: [
          'Open the inquiry on the form Generic Inquiry (SM208000) and switch on "Expose via OData".',
          'Check that the user has access rights to the inquiry.',
        ],
      },
    );
  }
}

function bare(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** Inquiries by name, besides the members of {@link Inquiries}. */
export type NamedInquiries = Inquiries & { readonly [Name in Capitalize<string>]: LazyInquiry };
