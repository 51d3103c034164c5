const shape = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * The digits of a number written out without an exponent, none lost and none added: `1.5e3` is `1500`, `1E-7` is
 * `0.0000001`. `undefined` when the text is no number.
 */
export function plainDigits(text: string): string | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = shift(whole, fraction, Number(exponent));
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

function shift(whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const integer = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const rest = point >= 0 ? digits.slice(point) : digits.padStart(digits.length - point, '0');
  const trimmed = integer.replace(/^0+(?=\d)/, '');
  return rest ? `${trimmed}.${rest}` : trimmed;
}
