/** The number somebody typed, `1,234.50` or `1234.5`; `undefined` for anything else. */
export function numberFrom(text: string): number | undefined {
  const plain = text.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
