import type { EntityModel } from '../schema-model.js';

/** One tag per top-level entity: `Sales Orders (SO301000)`, or only the form id where the title is not known; by name, whatever the case. */
export function describeTags(entities: readonly EntityModel[]): { name: string; description: string }[] {
  const sorted = [...entities].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return sorted.map(({ name, title, screenId }) => {
    const form = screenId === undefined ? '' : `(${screenId})`;
    return { name, description: [title ?? '', form].filter((part) => part !== '').join(' ') };
  });
}
