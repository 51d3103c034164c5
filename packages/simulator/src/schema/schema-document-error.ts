/** An endpoint document that cannot be served: says what is wrong with it and where. */
export class SchemaDocumentError extends Error {
  override readonly name = 'SchemaDocumentError';

  /**
   * @param where JSON-path-like place in the document, such as `components.schemas.Customer.properties.Terms`.
   * @param problem What was found there, as the end of a sentence.
   */
  constructor(
    readonly where: string,
    problem: string,
  ) {
    super(`The endpoint document cannot be served: ${where} ${problem}.`);
  }
}
