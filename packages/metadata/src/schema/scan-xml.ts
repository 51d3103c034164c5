import { AcumaticaSchemaError } from '@acurecord/errors';

/** An element of an XML document, without its text. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
}

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 2_000_000;
const MARKUP =
  /<(?:!--[\s\S]*?--|!\[CDATA\[[\s\S]*?\]\]|\?[\s\S]*?\?|!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?[^>]*|\/\s*([\w:.-]+)\s*|([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*))>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads the elements and attributes of an XML document, which is all that OData metadata and endpoint definitions
 * consist of. Text, comments and document types are passed over; entities of a document type are never expanded.
 *
 * @throws AcumaticaSchemaError for what is no well-formed document
 */
export function scanXml(text: string, what: string): XmlElement {
  const open: (XmlElement & { children: XmlElement[] })[] = [];
  const top: XmlElement[] = [];
  let elements = 0;
  for (const [, closing, opening, rest = ''] of text.matchAll(MARKUP)) {
    if (closing !== undefined) {
      if (open.pop()?.name !== localName(closing)) throw fault(what, `</${closing}> closes nothing`);
    } else if (opening !== undefined) {
      const element = { name: localName(opening), attributes: attributesOf(rest), children: [] };
      (open.at(-1)?.children ?? top).push(element);
      if (!rest.trimEnd().endsWith('/')) open.push(element);
      if (open.length > MAX_DEPTH || (elements += 1) > MAX_ELEMENTS) throw fault(what, 'it is absurdly large');
    }
  }
  const [root] = top;
  if (root === undefined || top.length > 1) throw fault(what, 'it is not XML');
  if (open.length > 0) throw fault(what, `<${open.at(-1)?.name ?? ''}> is never closed`);
  return root;
}

/** Elements of a name anywhere below an element. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** Children of a name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = '', a, b]) => [localName(name), unescapeXml(a ?? b ?? '')]),
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescapeXml(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED.get(name) ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function fault(what: string, why: string): AcumaticaSchemaError {
  return new AcumaticaSchemaError(`The ${what} cannot be read: ${why}.`);
}
