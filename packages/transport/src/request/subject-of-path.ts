/** What a call is about. */
export interface Subject {
  readonly entity?: string;
  readonly entityId?: string;
}

/**
 * Entity and record that a request names: `/entity/Default/24.200.001/SalesOrder/SO/000123` is `SalesOrder`, `SO/000123`.
 * What a POST names behind the entity is an action.
 */
export function subjectOfPath({ method, path }: { readonly method: string; readonly path: string }): Subject {
  const [, rest] = /\/entity\/[^/?]+\/[\d.]+\/([^?]+)/.exec(path) ?? [];
  const [entity, ...keys] = (rest ?? '').split('/').map(decode);
  if (!entity || entity === 'files') return {};
  const isAction = method === 'POST' || keys[1] === 'status';
  const record = isAction ? [] : keys.slice(0, keys.includes('files') ? keys.indexOf('files') : undefined);
  return record.length > 0 ? { entity, entityId: record.join('/') } : { entity };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
