const formats = new Map<string, Intl.NumberFormat>();

/** `1,234.50 USD`-like, in the currency's own way; the amount alone when the currency is unknown. */
export function money(amount: number, currency?: string | null): string {
  const name = currency ?? '';
  let format = formats.get(name);
  if (format === undefined) formats.set(name, (format = formatOf(name)));
  return format.format(amount);
}

function formatOf(currency: string): Intl.NumberFormat {
  const twoPlaces = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat('en-US', twoPlaces);
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
}

/** An amount of which the cents do not matter: `$10,000`. */
export function roundMoney(amount: number, currency?: string | null): string {
  return money(Math.round(amount), currency).replace(/\.00\b/, '');
}

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** `12.3K`, for the axis of a chart. */
export function shortAmount(amount: number): string {
  return short.format(amount);
}
