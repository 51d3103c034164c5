import { AcumaticaConfigError } from '@acurecord/errors';

/** The same headers, if HTTP can carry them. @throws AcumaticaConfigError for a line break or another forbidden character */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || typeof value !== 'string' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw new AcumaticaConfigError(
        `The header ${JSON.stringify(name)} or its value has a character that HTTP headers cannot hold.`,
      );
  }
  return headers;
}
