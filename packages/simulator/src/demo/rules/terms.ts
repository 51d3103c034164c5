/** Days until an invoice is due, by credit terms. */
const dueDays: Readonly<Record<string, number>> = { COD: 0, '7D': 7, '15D': 15, '30D': 30, '60D': 60 };

/** Sales tax in percent, by tax zone. */
const taxRates: Readonly<Record<string, number>> = { NYSTATE: 8.875, ILSTATE: 6.25, WASTATE: 6.5, EXEMPT: 0 };

/** Days until an invoice of these terms is due. */
export function daysUntilDue(terms: string): number {
  return dueDays[terms] ?? 30;
}

/** Tax in percent that a zone takes; none for an unknown one. */
export function taxRateOf(zone: string): number {
  return taxRates[zone] ?? 0;
}
