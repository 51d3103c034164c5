import { UsageError } from '../exit-code.js';

/** Records of a text: one JSON object, a list of them, or one a line. @throws UsageError that names the line */
export function parseRecords(source: string): object[] {
  const text = source.replace(/^\uFEFF/, '');
  const whole = tryParse(text);
  const values = whole === undefined ? parseLines(text) : Array.isArray(whole) ? (whole as unknown[]) : [whole];
  values.forEach((value, index) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
    throw new UsageError(`Record ${index + 1} is no JSON object.`);
  });
  if (values.length === 0) throw new UsageError('There are no records: give JSON on stdin or with --file.');
  return values as object[];
}

function parseLines(text: string): unknown[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = tryParse(line);
    if (value === undefined) throw new UsageError(`Line ${index + 1} is not JSON.`);
    return [value];
  });
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
