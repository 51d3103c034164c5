import type { RecordInput } from '../simulator-options.js';
import type { Recording } from './recording.js';

/** The records that a recording has read, by entity; of one that was read more than once, what was read first. */
export function recordedData({ exchanges }: Recording): Record<string, RecordInput[]> {
  const found = new Map<string, Map<string, RecordInput>>();
  for (const { request, response } of exchanges) {
    const [, entity, rest = ''] = /^\/entity\/[^/]+\/[^/]+\/([^/?]+)([^?]*)/.exec(request.path) ?? [];
    if (entity === undefined || request.method !== 'GET' || response.status !== 200 || rest.includes('$')) continue;
    const records = found.get(entity) ?? new Map<string, RecordInput>();
    for (const record of recordsIn(response.body)) {
      const id = String(record['id']);
      if (!records.has(id)) records.set(id, record);
    }
    if (records.size > 0) found.set(entity, records);
  }
  return Object.fromEntries([...found].map(([entity, records]) => [entity, [...records.values()]]));
}

function recordsIn(body: string): RecordInput[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [];
  }
  const rows = Array.isArray(value) ? (value as unknown[]) : [value];
  return rows.filter((row): row is RecordInput => typeof row === 'object' && row !== null && 'id' in row);
}
