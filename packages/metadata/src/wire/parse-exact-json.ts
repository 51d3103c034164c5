/** Texts, so that digits inside them are left alone, or a number. A text that is never closed goes to the end, once. */
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const PLAIN_WHOLE = /^-?\d{1,15}$/;

/** `JSON.parse` that keeps decimals, and whole numbers too long for JavaScript, as the text they were written in. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(
    text.replace(TOKENS, (token) => (token.startsWith('"') || PLAIN_WHOLE.test(token) ? token : `"${token}"`)),
  );
}
