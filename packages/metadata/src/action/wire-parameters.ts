import { AcumaticaQueryError, didYouMean, nearestNames } from '@acurecord/errors';
import type { EntityClient } from '../gateway/entity-client.js';
import type { CustomParameters, ParameterTypes } from '../model/action-types.js';
import type { EntityLike as Entity } from '../record/entity-like.js';
import { typeOfValue } from '../wire/custom-table.js';
import type { WireRow } from '../wire/wire-row.js';
import type { WireType } from '../wire/wire-type.js';
import { writeValue } from '../wire/wire-value.js';
import { declaredParameters } from './known-actions.js';

/** Parameters as the server takes them. @throws AcumaticaQueryError for one that the action does not have */
export function wireParameters(entity: Entity, client: EntityClient, action: string, parameters: object): WireRow {
  const types = declaredParameters(entity, client, action);
  const wired: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    if (name === 'custom') wired.custom = wireCustom(action, value as CustomParameters);
    else wired[name] = writeValue(value, parameterType(action, types, name, value), `${action}.${name}`);
  }
  return wired;
}

function parameterType(action: string, types: ParameterTypes | undefined, name: string, value: unknown): WireType {
  if (types === undefined) return typeOfValue(value);
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type !== undefined) return type;
  const names = Object.keys(types);
  const near = nearestNames(name, names);
  const hint = didYouMean(near) || ` It has ${names.join(', ') || 'none'}.`;
  throw new AcumaticaQueryError(`The action ${action} has no parameter ${JSON.stringify(name)}.${hint}`, {
    suggestions: near,
  });
}

function wireCustom(action: string, views: CustomParameters): WireRow {
  const wired = Object.entries(views).map(([view, fields]) => {
    const cells = Object.entries(fields).map(([field, value]) => {
      const type = typeOfValue(value);
      return [
        field,
        { type: `Custom${type}Field`, ...writeValue(value, type, `${action}.custom.${view}.${field}`) },
      ] as const;
    });
    return [view, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(wired);
}
