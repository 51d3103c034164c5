/** What an endpoint document holds depends on the release of the server that writes it. */
export interface DocumentFeatures {
  readonly dialect: 'swagger-2.0' | 'openapi-3.0.1';
  /** `PATCH` on collections. */
  readonly patch: boolean;
  /** A `409` on every operation, and `_workflowActions` and `_links` on records. */
  readonly longOperationConflict: boolean;
}

/**
 * What a release writes: Swagger 2.0 until 24R1 and OpenAPI 3.0.1 from 24R2; PATCH from 25R1; conflicts, links and
 * workflow actions from 25R2.
 *
 * @param release Such as `24R2`.
 */
export function documentFeatures(release: string): DocumentFeatures {
  return {
    dialect: release < '24R2' ? 'swagger-2.0' : 'openapi-3.0.1',
    patch: release >= '25R1',
    longOperationConflict: release >= '25R2',
  };
}
