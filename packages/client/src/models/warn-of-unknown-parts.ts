import type { EndpointSchema } from '@acurecord/metadata';

const MOST_SHOWN = 5;

const told = new Set<string>();

/** Tells once in a process what of an endpoint's description was not understood; `client.schema.warnings` has it all. */
export function warnOfUnknownParts({ endpoint, version, warnings = [] }: EndpointSchema): void {
  const text = warnings.slice(0, MOST_SHOWN).join('\n  ');
  if (text === '' || told.has(text)) return;
  told.add(text);
  const more = warnings.length > MOST_SHOWN ? `\n  and ${warnings.length - MOST_SHOWN} more` : '';
  process.emitWarning(
    `The description of ${endpoint}/${version} has parts of a form that is not known:\n  ${text}${more}\n` +
      'client.schema.warnings lists them.',
    { code: 'ACURECORD_SCHEMA' },
  );
}
