import { contract5Dialect, contractDialect, QueryOptions } from '@acurecord/odata';
import type { Dialect } from '@acurecord/odata';
import type { EntityClient } from '../gateway/entity-client.js';
import type { WireParams } from '../gateway/entity-gateway.js';
import { checkCustomPaths } from './check-custom-paths.js';
import { wireShape } from './read-params.js';
import type { ShapeNames, WireShape } from './read-params.js';

/** Wire parameters for reading one record, or for what a write gives back. */
export function shapeParams(target: object, shape: ShapeNames, client: EntityClient | undefined): WireParams {
  return new QueryOptions(checkedShape(target, shape, client)).toParams(dialectOf(client));
}

/** What is to be read, in paths of the wire. @throws AcumaticaQueryError for what the class or the endpoint does not have */
export function checkedShape(target: object, names: ShapeNames, client: EntityClient | undefined): WireShape {
  const shape = wireShape(target, names);
  checkCustomPaths(target, shape.custom, client?.schema);
  return shape;
}

/** The dialect that a client's endpoint understands. */
export function dialectOf(client: EntityClient | undefined): Dialect {
  return (client?.schema?.contract ?? 4) >= 5 ? contract5Dialect : contractDialect;
}
