/** What a call is about. */
export interface Subject {
  readonly entity?: string;
  readonly entityId?: string;
}

/** Entity and record that a path names: `/entity/Default/24.200.001/SalesOrder/SO/000123` is `SalesOrder`, `SO/000123`. */
export function subjectOfPath(path: string): Subject {
  const [, rest] = /\/entity\/[^/?]+\/[\d.]+\/([^?]+)/.exec(path) ?? [];
  const [entity, ...keys] = (rest ?? '').split('/').map(decode);
  if (!entity) return {};
  return keys.length > 0 ? { entity, entityId: keys.join('/') } : { entity };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
