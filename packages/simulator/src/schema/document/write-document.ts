import type { SimulatorSchema } from '../schema-model.js';
import type { JsonSchema } from './describe-schemas.js';
import { documentFeatures } from './document-features.js';
import { writeOpenApi } from './write-open-api.js';
import { writeSwagger } from './write-swagger.js';

/**
 * The endpoint document a server of the given release writes for a schema.
 *
 * @param release Such as `24R2`; decides the dialect (Swagger 2.0 or OpenAPI 3.0.1) and what is declared.
 * @param root Absolute URL of the endpoint.
 */
export function writeDocument(schema: SimulatorSchema, release: string, root: string): JsonSchema {
  const features = documentFeatures(release);
  return features.dialect === 'swagger-2.0'
    ? writeSwagger(schema, features, root)
    : writeOpenApi(schema, features, root);
}
