import type { EntityModel } from '../schema/schema-model.js';
import { Random } from './random.js';
import { textMaker } from './text-makers.js';
import type { ValueMaker } from './value-makers.js';

const documentTypes = ['Invoice', 'Credit Memo', 'Debit Memo'] as const;
const orderTypes = ['SO', 'QT', 'RM'] as const;

/**
 * How to make the keys of an entity so that no two records have the same: the last key field counts, those before it
 * vary as their names say.
 */
export function keyMakers(entity: EntityModel): ReadonlyMap<string, ValueMaker> {
  const last = entity.keys.at(-1);
  return new Map(
    entity.keys.map((key): [string, ValueMaker] => {
      const member = entity.members.get(key);
      const isText = member?.kind === 'field' && member.type === 'String';
      if (member?.kind === 'field' && member.type === 'Guid') return [key, ({ id }) => id];
      if (key === last) return [key, isText ? numbered(entity.name, key) : ({ index }) => index + 1];
      return [key, isText ? prefix(key) : ({ index }) => index % 3];
    }),
  );
}

/** `C000001` for identifiers, `000001` for numbers of documents. */
function numbered(entity: string, key: string): ValueMaker {
  const letters = /nbr|number/i.test(key) ? '' : (entity.match(/[A-Z]/g) ?? ['X']).join('');
  return ({ index }) => letters + String(index + 1).padStart(6, '0');
}

function prefix(key: string): ValueMaker {
  if (/ordertype/i.test(key)) return ({ random }) => random.pick(orderTypes);
  if (/type$/i.test(key)) return ({ random }) => random.pick(documentTypes);
  const make = textMaker(key);
  return (context) => make(context) ?? new Random(context.index, key).guid().slice(0, 4).toUpperCase();
}
