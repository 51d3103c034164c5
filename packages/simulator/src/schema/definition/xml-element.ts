import { SaxesParser } from 'saxes';
import { SchemaDocumentError } from '../schema-document-error.js';

/** An element of an XML document: its text is of no interest here. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
}

/** More levels than any endpoint definition has. */
const deepest = 50;

/**
 * Reads an XML document. It is not trusted: entities of its own are not expanded, nothing it names is fetched.
 * @throws SchemaDocumentError when it is not well-formed, or nested deeper than a definition can be
 */
export function parseXml(text: string): XmlElement {
  const open: OpenElement[] = [{ name: '', attributes: new Map(), children: [] }];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new SchemaDocumentError('the XML', `is not well-formed (${message})`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) throw new SchemaDocumentError('the XML', 'is nested too deep');
    const element = { name, attributes: new Map(Object.entries(attributes)), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (root === undefined) throw new SchemaDocumentError('the XML', 'has no element');
  return root;
}

/** Elements of that name directly below, or below one of that name: `childrenOf(entity, 'Fields', 'Field')`. */
export function childrenOf(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  const [name, ...rest] = path;
  const found = element.children.filter((child) => child.name === name);
  return rest.length === 0 ? found : found.flatMap((child) => childrenOf(child, ...rest));
}
