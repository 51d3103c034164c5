import { declareEntity } from '../../src/schema/declare-entity.js';
import type { EntityDeclaration } from '../../src/schema/declare-entity.js';
import { writeDocument } from '../../src/schema/document/write-document.js';

/** What a document is called, and by which server it is written. */
export interface DocumentHead {
  /** @default 'Own/1' */
  readonly name?: string;
  /** @default 4 */
  readonly contract?: number;
  /** @default '24R2' */
  readonly release?: string;
}

/** The document of an endpoint with these entities, in the order given. */
export function declaredDocument(
  entities: Readonly<Record<string, EntityDeclaration>>,
  { name = 'Own/1', contract = 4, release = '24R2' }: DocumentHead = {},
): object {
  const [endpoint = '', version = ''] = name.split('/');
  const models = Object.entries(entities).map(
    ([entity, declaration]) => [entity, declareEntity(entity, declaration)] as const,
  );
  return writeDocument({ endpoint, version, contract, entities: new Map(models) }, release, 'http://localhost');
}
