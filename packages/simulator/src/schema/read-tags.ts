import type { JsonNode } from './json-node.js';

/** Form behind an entity, from a tag described as `Sales Orders (SO301000)` or only `(SO301000)`. */
export interface FormTag {
  readonly title?: string;
  readonly screenId?: string;
}

/** Forms by entity name; a tag without a readable description gives an empty form. */
export function readTags(tags: JsonNode | undefined): Map<string, FormTag> {
  const forms = (tags?.items() ?? []).flatMap((tag): [string, FormTag][] => {
    const name = tag.get('name')?.text();
    return name === undefined ? [] : [[name, readForm(tag.get('description')?.text() ?? '')]];
  });
  return new Map(forms);
}

function readForm(description: string): FormTag {
  const open = description.lastIndexOf('(');
  const screenId = open >= 0 && description.endsWith(')') ? description.slice(open + 1, -1) : '';
  const title = (screenId === '' ? description : description.slice(0, open)).trim();
  return { ...(title === '' ? {} : { title }), ...(screenId === '' ? {} : { screenId }) };
}
