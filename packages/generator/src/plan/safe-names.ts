const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Names that generated files use for themselves, or that no class may have. */
const TAKEN: ReadonlySet<string> = new Set([
  // what generated code imports or declares
  ...['ActionOptions', 'DefinedClass', 'DetailCollection', 'EndpointSchema', 'Entity', 'EntityInit', 'Link'],
  ...['Models', 'Register', 'defineEntity', 'entity', 'field', 'models', 'schema'],
  // what generated code means by these words
  ...['Date', 'Promise', 'Record', 'Object'],
  // what the language keeps for itself
  ...['any', 'arguments', 'as', 'async', 'await', 'bigint', 'boolean', 'break', 'case', 'catch', 'class', 'const'],
  ...['continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false'],
  ...['finally', 'for', 'function', 'if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'never'],
  ...['new', 'null', 'number', 'object', 'package', 'private', 'protected', 'public', 'return', 'static', 'string'],
  ...['super', 'switch', 'symbol', 'this', 'throw', 'true', 'try', 'type', 'typeof', 'undefined', 'unknown', 'var'],
  ...['void', 'while', 'with', 'yield'],
]);

/** File names that the index and the erasable style use, or that Windows keeps for devices. */
const TAKEN_FILES = /^(index|schema|shared|con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a name may stand in code as it is. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

/** Class names by entity name: the entity's own wherever that is possible. */
export function classNames(entities: readonly string[]): ReadonlyMap<string, string> {
  const plain = entities.filter((name) => isIdentifier(name) && !TAKEN.has(name));
  const used = new Set(plain);
  const names = new Map(plain.map((name) => [name, name]));
  for (const name of entities) {
    if (names.has(name)) continue;
    const identifier = name.replace(/[^\p{ID_Continue}$]+/gu, '_').replace(/^(?![\p{ID_Start}$_])/u, '_');
    names.set(name, unique(TAKEN.has(identifier) ? `${identifier}Record` : identifier, used));
  }
  return names;
}

/** File names without ending by class name: kebab-case, different also where a disk ignores case. */
export function fileNames(classes: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  return new Map(classes.map((name) => [name, unique(fileName(name), used)]));
}

function fileName(className: string): string {
  const kebab = className
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return kebab === '' || TAKEN_FILES.test(kebab) ? `${kebab || 'entity'}-record` : kebab;
}

function unique(name: string, used: Set<string>): string {
  let free = name;
  for (let count = 2; used.has(free); count += 1) free = `${name}${count}`;
  used.add(free);
  return free;
}
