import { AcumaticaConcurrencyError, AcumaticaQueryError } from '@acurecord/errors';
import { conditionFrom, QueryOptions } from '@acurecord/odata';
import type { ConditionInput } from '@acurecord/odata';
import { changedParts } from '../changes/changed-parts.js';
import { rowChanges } from '../changes/row-changes.js';
import { wireChanges } from '../changes/wire-changes.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { knowledgeOf } from '../gateway/form-knowledge.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { STATE } from '../record/entity-state.js';
import { queryFields } from '../shape/query-fields.js';
import { callOptionsOf } from '../shape/read-options.js';
import { checkedShape, dialectOf } from '../shape/shape-params.js';
import type { WireRow } from '../wire/wire-row.js';
import type { SaveOptions } from './save-options.js';

/** More are as wrong as these. */
const MOST_FOUND = 5;

/** What only one document has, so that it can be found whatever number the ERP gave it. */
export class Anchor {
  readonly #entity: string;
  readonly #client: EntityClient;
  readonly #params: Readonly<Record<string, string>>;
  readonly #options: SaveOptions;

  /** @throws AcumaticaQueryError for an anchor that cannot tell a document */
  constructor(record: Entity, client: EntityClient, anchor: unknown, options: SaveOptions) {
    const target = record.constructor;
    const { base, row } = record[STATE];
    const parts = changedParts(target, wireChanges(rowChanges(target, base, row)));
    const { expand = [], custom = [], select } = options;
    const shape = {
      expand: [...expand, ...parts.references],
      custom: [...custom, ...parts.custom],
      ...(select && { select: [...select, ...parts.references] }),
    };
    const filter = conditionFrom<Entity>(conditionOf(record, anchor), queryFields<Entity>(target));
    const query = new QueryOptions({ ...checkedShape(target, shape, client), filter, top: MOST_FOUND });
    this.#entity = entityMetadata(target).name;
    this.#client = client;
    this.#params = query.toParams(dialectOf(client));
    this.#options = options;
  }

  /** What the ERP is asked for. */
  get filter(): string {
    return this.#params['$filter'] ?? '';
  }

  /** Whether such a filter has found a record that is there: then an empty answer counts. */
  get isProven(): boolean {
    return knowledgeOf(this.#client).finds(this.#entity, this.filter);
  }

  /** The documents that have it, asked past every cache. */
  ask(): Promise<readonly WireRow[]> {
    const options = callOptionsOf(this.#options);
    return this.#client.gateway.list({ entity: this.#entity, params: this.#params, options, fresh: true });
  }

  /** The one document that has it. @throws AcumaticaConcurrencyError with the ids where there are several */
  async find(): Promise<WireRow | undefined> {
    const rows = await this.ask();
    if (rows.length > 1) throw this.#several(rows);
    return rows[0];
  }

  /**
   * Reads back a document that was made: it proves that the filter finds what is there, and tells whether somebody else
   * made another one at the same time. A reading that fails proves nothing, and takes nothing back.
   *
   * @throws AcumaticaConcurrencyError with both ids
   */
  async prove(id: string | undefined): Promise<void> {
    const rows = await this.ask().catch(() => []);
    if (rows.some((row) => row.id === id)) knowledgeOf(this.#client).found(this.#entity, this.filter);
    if (rows.some((row) => row.id !== id)) throw this.#several(rows, id);
  }

  #several(rows: readonly WireRow[], own?: string): AcumaticaConcurrencyError {
    const ids = [...new Set([...(own === undefined ? [] : [own]), ...rows.map((row) => String(row.id))])];
    const which = own === undefined ? '' : ` This call made ${own}, somebody else another one at the same time.`;
    return new AcumaticaConcurrencyError(
      `${ids.length} records of ${this.#entity} have what only one should have (${this.filter}): ${ids.join(', ')}.${which}`,
      {
        code: 'ANCHOR_NOT_UNIQUE',
        entity: this.#entity,
        ...(own !== undefined && { entityId: own }),
        context: { ids, written: own !== undefined },
        suggestions: ['Look at them in the ERP, and remove the one that is too many.'],
      },
    );
  }
}

function conditionOf(record: Entity, anchor: unknown): ConditionInput<Entity> {
  if (typeof anchor !== 'string') return anchor as ConditionInput<Entity>;
  const { name, members } = entityMetadata(record.constructor);
  const member = Object.hasOwn(members, anchor) ? members[anchor] : undefined;
  if (member?.kind !== 'field') throw new AcumaticaQueryError(`The anchor ${anchor} is no field of ${name}.`);
  const value = record.get(anchor);
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
    throw new AcumaticaQueryError(
      `The anchor ${anchor} of this ${name} is empty, so nothing would tell it from others.`,
    );
  return { [anchor]: value };
}
