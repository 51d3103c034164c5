import { isoText } from './cell-text.js';

/**
 * One line of CSV (RFC 4180): quoted where it must be, rows and linked records as JSON. A text that a spreadsheet would
 * take for a formula gets an apostrophe in front, or opening the file would run what a customer wrote into their own name.
 */
export function csvLine(values: readonly unknown[]): string {
  return lineOf(values, harmless);
}

/** The same with every text as it is. */
export function rawCsvLine(values: readonly unknown[]): string {
  return lineOf(values, (text) => text);
}

function lineOf(values: readonly unknown[], shown: (text: string) => string): string {
  return `${values.map((value) => csvCell(value, shown)).join(',')}\r\n`;
}

function csvCell(value: unknown, shown: (text: string) => string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return isoText(value);
  const text = typeof value === 'string' ? shown(value) : JSON.stringify(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An exact decimal is a text too, and no formula. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

function harmless(text: string): string {
  const isFormula = /^[=+\-@\t\r\n|%]/.test(text.trimStart()) || /^[\t\r\n]/.test(text);
  return isFormula && !NUMBER.test(text) ? `'${text}` : text;
}
