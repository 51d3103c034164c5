import type { EntityModel } from '../schema/schema-model.js';
import type { StoredRecord } from '../store/stored-record.js';
import { formGraph, rowView } from './form-graph.js';

/** Writes the addresses inside records, all relative to the site. */
export class RecordLinks {
  /** `/AcumaticaERP/entity/Default/24.200.001` */
  readonly #root: string;
  readonly #show: boolean;

  constructor(root: string, show: boolean) {
    this.#root = root;
    this.#show = show;
  }

  /** `,"_links":{…}` of a record; a row has only the address for its files. */
  of(record: StoredRecord, entity: EntityModel, parent: EntityModel | undefined): string {
    if (!this.#show) return '';
    const put = this.#uploadAddress(record, entity, parent);
    if (parent !== undefined) return `,"_links":{"files:put":"${put}"}`;
    return `,"_links":{"self":"${this.#root}/${entity.name}/${record.id}","files:put":"${put}"}`;
  }

  /** The record's files as a JSON array. */
  files(record: StoredRecord): string {
    const links = record.files.map(({ id, filename, comment }) => ({
      id,
      filename,
      href: `${this.#root}/files/${id}`,
      ...(comment === undefined ? {} : { comment }),
    }));
    return JSON.stringify(links);
  }

  #uploadAddress(record: StoredRecord, entity: EntityModel, parent: EntityModel | undefined): string {
    const { graph, view } = formGraph(parent ?? entity);
    const rows = parent === undefined ? view : rowView(parent, entity);
    return `${this.#root}/files/${graph}/${rows}/${record.id}/{filename}`;
  }
}
