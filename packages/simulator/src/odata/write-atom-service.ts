import { escaped } from './edm-names.js';

/** The list of sets as an Atom service document, as version 3 has it. */
export function writeAtomService(names: readonly string[], url: string): string {
  const collections = names.map(
    (name) =>
      `<collection href="${escaped(encodeURIComponent(name))}"><atom:title>${escaped(name)}</atom:title></collection>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<service xml:base="${escaped(url)}/" xmlns="http://www.w3.org/2007/app" xmlns:atom="http://www.w3.org/2005/Atom">`,
    '<workspace><atom:title>Default</atom:title>',
    ...collections,
    '</workspace></service>',
  ].join('');
}
