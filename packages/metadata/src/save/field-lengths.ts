import { AcumaticaValidationError } from '@acurecord/errors';
import type { ValidationIssue } from '@acurecord/errors';
import { lengthFaultOf, longTexts } from '../changes/long-texts.js';
import type { FactsOf, LongText } from '../changes/long-texts.js';
import type { EntityClient } from '../gateway/entity-client.js';
import { loadKnowledge } from '../knowledge/load-knowledge.js';
import { entityMetadata } from '../model/entity-metadata.js';
import type { WireRow } from '../wire/wire-row.js';

/** What a client knows of its fields; without a word of its own, the built-in facts about its endpoint. */
function factsOf(client: EntityClient): FactsOf {
  return async (entity) => {
    if (client.facts !== undefined) return client.facts(entity);
    const { schema } = client;
    return schema === undefined ? undefined : (await loadKnowledge()).entity(schema.endpoint, entity);
  };
}

/** Refuses texts that are longer than their fields are known to be. @throws AcumaticaValidationError */
export async function refuseLongTexts(target: object, body: WireRow, client: EntityClient): Promise<void> {
  const found = await longTexts(target, body, factsOf(client));
  if (found.length === 0) return;
  const { name } = entityMetadata(target);
  const issues = found.map((text) => ({ path: text.path, value: text.value, message: `${lengthFaultOf(text)}.` }));
  const list = found.map(lengthFaultOf).join('; ');
  throw new AcumaticaValidationError(`${name} was not sent: ${list}.`, {
    entity: name,
    issues,
    suggestions: ['A column of your tenant may be wider: the client option "knowledge" says so.'],
  });
}

/**
 * A refusal of the server, with the length of each field that was sent more than it is known to hold. Any other error
 * comes back as it is.
 */
export async function withLengths(
  error: unknown,
  { target, body, client }: { readonly target: object; readonly body: WireRow; readonly client: EntityClient },
): Promise<unknown> {
  if (!AcumaticaValidationError.is(error)) return error;
  // What is known of lengths must not hide what the server said.
  const found = await longTexts(target, body, factsOf(client)).catch(() => []);
  return found.length === 0 ? error : explained(error, found);
}

function explained(error: AcumaticaValidationError, found: readonly LongText[]): AcumaticaValidationError {
  const { code, status, operation, entity, entityId, context, suggestions, cause } = error;
  const told = new Set<LongText>();
  const issues = error.issues.map((issue): ValidationIssue => {
    const text = found.find((one) => !told.has(one) && isAbout(issue, one));
    if (text === undefined) return issue;
    told.add(text);
    return { ...issue, message: `${issue.message} (${lengthFaultOf(text)})` };
  });
  const more = found.filter((text) => !told.has(text));
  const added = more.map((text) => ({ path: text.path, value: text.value, message: `${lengthFaultOf(text)}.` }));
  const message = `${error.message} ${found.map(lengthFaultOf).join('; ')}.`;
  return new AcumaticaValidationError(message, {
    code,
    ...(status !== undefined && { status }),
    ...(operation !== undefined && { operation }),
    ...(entity !== undefined && { entity }),
    ...(entityId !== undefined && { entityId }),
    context,
    suggestions,
    cause: cause ?? error,
    issues: [...issues, ...added],
  });
}

/** Rows are counted as the server has them in the one, and as they were sent in the other. */
function isAbout(issue: ValidationIssue, text: LongText): boolean {
  const plain = (path: string): string => path.replace(/\[\d+\]/g, '[]').toLowerCase();
  if (plain(issue.path) !== plain(text.path)) return false;
  return issue.path === text.path || typeof issue.value !== 'string' || issue.value === text.value;
}
