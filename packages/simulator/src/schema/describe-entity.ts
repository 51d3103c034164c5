import { findKeys } from './find-keys.js';
import type { EntityPaths } from './read-paths.js';
import type { FormTag } from './read-tags.js';
import type { EntityModel, Member } from './schema-model.js';

/** What a document tells of an entity. */
export interface EntityFacts {
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
  /** Absent for an entity that has no address of its own. */
  readonly paths?: Readonly<EntityPaths> | undefined;
  readonly form?: FormTag | undefined;
  /** Key fields, where the built-in table and guess are wrong. */
  readonly keys?: readonly string[] | undefined;
}

/** The model of an entity that a document declares. */
export function describeEntity({ name, members, paths, form, keys }: EntityFacts): EntityModel {
  const isReport = paths?.isReport ?? false;
  const isInquiry = paths !== undefined && looksLikeInquiry(name, form, members);
  const addressable = paths !== undefined && !isReport && !isInquiry;
  return {
    name,
    topLevel: paths !== undefined,
    ...(form?.title === undefined ? {} : { title: form.title }),
    ...(form?.screenId === undefined ? {} : { screenId: form.screenId }),
    keys: addressable ? (keys ?? findKeys(name, members)) : [],
    members,
    actions: paths?.actions ?? new Map(),
    isInquiry,
    isReport,
    customFields: [],
  };
}

/**
 * An inquiry has result rows, and its name says so or that it is a generic one (`GI…`). The number of a form says
 * nothing: forms `..4…` are served as ordinary records too.
 */
function looksLikeInquiry(name: string, form: FormTag | undefined, members: ReadonlyMap<string, Member>): boolean {
  const hasRows = [...members.values()].some((member) => member.kind === 'details');
  return hasRows && (name.endsWith('Inquiry') || /^GI/.test(form?.screenId ?? ''));
}
