import { lengthsAToF } from './lengths-a-to-f.js';
import { lengthsGToP } from './lengths-g-to-p.js';
import { lengthsQToZ } from './lengths-q-to-z.js';

type Lengths = ReadonlyMap<string, ReadonlyMap<string, number>>;

let known: Lengths | undefined;

function readLengths(): Lengths {
  const lines = [lengthsAToF, lengthsGToP, lengthsQToZ]
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [entity = '', ...groups] = line.split(' ');
      const fields = groups.flatMap((group) => {
        const [length, names = ''] = group.split(':');
        return names.split(',').map((name) => [name, Number(length)] as const);
      });
      return [entity, new Map(fields)] as const;
    }),
  );
}

/** How many characters a text of an entity holds, where its column is known; a tenant's may be wider. */
export function textLength(entity: string, field: string): number | undefined {
  known ??= readLengths();
  return known.get(entity)?.get(field);
}
