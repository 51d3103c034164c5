import { AcumaticaSchemaError } from '@acurecord/errors';
import { SaxesParser } from 'saxes';

/** An element of an XML document. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** What stands in it beside blanks. */
  readonly text?: string;
}

type OpenElement = XmlElement & { children: XmlElement[]; text?: string };

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 2_000_000;

/**
 * Reads the elements, attributes and texts of an XML document, which is all that OData metadata and endpoint definitions
 * consist of. Comments and document types are passed over. The document is not trusted: entities that it declares
 * are never expanded (a document that uses one is refused), and nothing it names is fetched.
 *
 * @throws AcumaticaSchemaError for what is no well-formed document
 */
export function scanXml(text: string, what: string): XmlElement {
  const top: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open = [top];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw fault(what, `it is not XML (${message.replace(/\.$/, '')})`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = { name: localName(name), attributes: attributesFrom(attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > MAX_DEPTH + 1 || (elements += 1) > MAX_ELEMENTS) throw fault(what, 'it is absurdly large');
  });
  parser.on('text', (piece) => {
    const inside = open.at(-1);
    if (inside !== undefined && piece.trim() !== '') inside.text = (inside.text ?? '') + piece.trim();
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [root] = top.children;
  if (root === undefined) throw fault(what, 'it is not XML');
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

function attributesFrom(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function fault(what: string, why: string): AcumaticaSchemaError {
  return new AcumaticaSchemaError(`The ${what} cannot be read: ${why}.`);
}
