import { SchemaDocumentError } from './schema-document-error.js';

/**
 * A place in a parsed JSON document of unknown make. Every step down is checked, so that reading a document can
 * fail only with a {@link SchemaDocumentError} that names the place.
 */
export class JsonNode {
  constructor(
    readonly value: unknown,
    readonly where: string,
  ) {}

  /** Own members of an object, in document order; names such as `__proto__` are names like any other. */
  entries(): [string, JsonNode][] {
    if (!isObject(this.value)) throw this.problem('is not an object');
    return Object.entries(this.value).map(([name, value]) => [name, new JsonNode(value, `${this.where}.${name}`)]);
  }

  /** Elements of an array. */
  items(): JsonNode[] {
    if (!Array.isArray(this.value)) throw this.problem('is not an array');
    return this.value.map((value: unknown, index) => new JsonNode(value, `${this.where}[${String(index)}]`));
  }

  /** One own member, or `undefined` when it is absent or this is no object. */
  get(name: string): JsonNode | undefined {
    if (!isObject(this.value) || !Object.hasOwn(this.value, name)) return undefined;
    return new JsonNode(this.value[name], `${this.where}.${name}`);
  }

  /** The text here, or `undefined` when it is not text. */
  text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  /**
   * The schema that is referred to here, by the last segment of its `$ref`; `undefined` when there is none. Documents say
   * it in several ways: `$ref` alone, or `allOf`, `anyOf` or `oneOf` of one, beside a branch that is `null`.
   */
  ref(): string | undefined {
    const pointer = this.get('$ref')?.text();
    if (pointer !== undefined) {
      const segment = pointer.slice(pointer.lastIndexOf('/') + 1);
      return segment.replaceAll('~1', '/').replaceAll('~0', '~');
    }
    const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => this.get(name)?.branches() ?? []);
    const [only, second] = branches.filter((branch) => !branch.isNull());
    return second === undefined ? only?.ref() : undefined;
  }

  /** What is in an array; nothing where there is none. */
  branches(): JsonNode[] {
    return Array.isArray(this.value) ? this.items() : [];
  }

  /** The JSON type declared here, without the `null` that OpenAPI 3.1 lists beside it. */
  type(): string | undefined {
    const type = this.get('type');
    const names = type?.branches().map((name) => name.text()) ?? [];
    return type?.text() ?? names.find((name) => name !== 'null');
  }

  /** Whether this allows nothing but `null`. */
  private isNull(): boolean {
    const type = this.get('type');
    if (type?.text() === 'null') return true;
    const names = type?.branches().map((name) => name.text()) ?? [];
    const values =
      this.get('enum')
        ?.branches()
        .map(({ value }) => value) ?? [];
    return [names, values].some((all) => all.length === 1 && (all[0] === 'null' || all[0] === null));
  }

  /** An error about this place. */
  problem(text: string): SchemaDocumentError {
    return new SchemaDocumentError(this.where, text);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
