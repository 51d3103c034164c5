const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** `1,234` */
export function count(value: number): string {
  return format.format(value);
}

/** `1 order`, `3 orders` */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
