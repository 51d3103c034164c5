/** Query and path parameters that operations share. */
export type ParameterName =
  'actionName' | 'ids' | 'select' | 'filter' | 'expand' | 'custom' | 'filename' | 'id' | 'skip' | 'top';

/** One answer of an operation: a shared response by name, or one that carries records of an entity. */
export type OperationResponse =
  | { readonly status: number; readonly shared: string }
  | { readonly status: number; readonly description: string; readonly entity: string; readonly list: boolean };

/** One operation of an endpoint document, in no dialect yet. */
export interface Operation {
  readonly path: string;
  readonly verb: 'get' | 'put' | 'patch' | 'post' | 'delete';
  readonly entity: string;
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly ParameterName[];
  readonly body?: { readonly name: 'entity' | 'invocation'; readonly description: string; readonly schema: string };
  readonly responses: readonly OperationResponse[];
}
