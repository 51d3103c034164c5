/** Texts, so that digits inside them are left alone, or a number that is no plain whole one of up to 15 digits. */
const NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)|-?\d{16,}/g;

/** `JSON.parse` that keeps decimals, and whole numbers too long for JavaScript, as the text they were written in. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text.replace(NUMBERS, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}
