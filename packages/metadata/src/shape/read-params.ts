import { AcumaticaQueryError, didYouMean, nearestNames } from '@acurecord/errors';
import { TRANSLATIONS } from '../wire/translations.js';
import { entityMetadata } from '../model/entity-metadata.js';
import { isReference } from '../model/member-definition.js';
import type { CustomFieldPlace } from '../wire/custom-table.js';

/** What is to be read, in the caller's spelling. */
export interface ShapeNames {
  readonly expand?: readonly string[] | undefined;
  readonly select?: readonly string[] | undefined;
  readonly custom?: readonly string[] | undefined;
}

/** What is to be read, in paths of the wire. */
export interface WireShape {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly custom: readonly string[];
}

/**
 * Resolves what is to be read against a class: `MainContact.Address` is `MainContact/Address`, and a field outside the
 * contract goes to `$custom`.
 *
 * @throws AcumaticaQueryError for a path that the class does not have
 */
export function wireShape(target: object, { expand = [], select = [], custom = [] }: ShapeNames): WireShape {
  const shape = { select: new Set<string>(), expand: new Set<string>(), custom: new Set(custom) };
  for (const path of expand) {
    const { steps, isReference, isUnknown } = resolvePath(target, path);
    if (!isReference && !isUnknown)
      throw new AcumaticaQueryError(`"${path}" is a field, which is read without expand(). Select it.`);
    shape.expand.add(steps.join('/'));
  }
  for (const path of select) {
    const { steps, customField, isReference } = resolvePath(target, path);
    const parent = (isReference ? steps : steps.slice(0, -1)).join('/');
    if (parent !== '') shape.expand.add(parent);
    if (customField === undefined) shape.select.add(steps.join('/'));
    else shape.custom.add([...steps.slice(0, -1), `${customField.view}.${customField.field}`].join('/'));
  }
  for (const path of shape.custom) if (path.includes('/')) shape.expand.add(path.slice(0, path.lastIndexOf('/')));
  return { select: [...shape.select], expand: [...shape.expand], custom: [...shape.custom] };
}

interface ResolvedPath {
  readonly steps: readonly string[];
  readonly isReference: boolean;
  /** Set for a member of a form that is not known: it may be either. */
  readonly isUnknown?: true;
  readonly customField?: CustomFieldPlace;
}

function resolvePath(target: object, path: string): ResolvedPath {
  const steps = path.split(/[/.]/);
  let current: object = target;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (isLast && (step === 'files' || step === TRANSLATIONS)) return { steps, isReference: true };
    const { name, members } = entityMetadata(current);
    const definition = Object.hasOwn(members, step) ? members[step] : undefined;
    if (definition === undefined) throw unknownPath(name, path, step, Object.keys(members));
    if (isReference(definition)) current = definition.target();
    else if (!isLast)
      throw new AcumaticaQueryError(
        `"${path}" goes on after ${step}, which is ${definition.kind === 'field' ? 'a field' : 'no link'} of ${name}.`,
      );
    else if (definition.kind === 'unknown') return { steps, isReference: false, isUnknown: true };
    else return { steps, isReference: false, ...(definition.custom && { customField: definition.custom }) };
  }
  return { steps, isReference: true };
}

function unknownPath(entity: string, path: string, step: string, known: readonly string[]): AcumaticaQueryError {
  const near = nearestNames(step, known);
  const where = path === step ? '' : ` (in "${path}")`;
  return new AcumaticaQueryError(`${entity} has no member "${step}"${where}.${didYouMean(near)}`, {
    entity,
    suggestions: near,
  });
}
