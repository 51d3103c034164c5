import { AcumaticaQueryError, AcumaticaValidationError, didYouMean, nearestNames } from '@acurecord/errors';
import { entityMetadata } from '../model/entity-metadata.js';
import type { Translations } from '../wire/translations.js';
import { isTranslationList, translationsOf, withTranslations } from '../wire/translations.js';
import { rawValue } from '../wire/wire-value.js';
import type { EntityLike as Entity } from './entity-like.js';
import { STATE } from './entity-state.js';

/** The texts of a field by language, where they were read. @throws AcumaticaQueryError for what is no text of the contract */
export function translationsOfMember(entity: Entity, name: string): Translations | undefined {
  checkText(entity, name);
  return translationsOf(entity[STATE].row[name]);
}

/**
 * Sets the texts of a field in some languages.
 *
 * @throws AcumaticaQueryError for what is no text of the contract, and where the value was neither read nor set: it is
 * sent beside the texts
 */
export function translateMember(entity: Entity, name: string, texts: Translations): void {
  checkText(entity, name);
  const state = entity[STATE];
  const path = state.path + name;
  checkTexts(path, texts);
  const cell = state.row[name];
  if (cell === undefined) {
    throw new AcumaticaQueryError(
      `${path} was neither read nor set. Its value is sent beside its translations: read the record, or set ${name} first.`,
    );
  }
  if (isTranslationList(rawValue(cell)))
    throw refused(path, 'holds a list of languages, which cannot be sent together with translations');
  state.write(name, withTranslations(cell, texts));
}

function checkText(entity: Entity, name: string): void {
  const { name: target, members } = entityMetadata(entity.constructor);
  const member = Object.hasOwn(members, name) ? members[name] : undefined;
  if (member === undefined) {
    const near = nearestNames(name, Object.keys(members));
    throw new AcumaticaQueryError(`${target} has no member "${name}".${didYouMean(near)}`, { entity: target });
  }
  if (member.kind !== 'field' || member.type !== 'String' || member.custom !== undefined)
    throw new AcumaticaQueryError(`${name} of ${target} is no text of the contract, and has no translations.`);
}

function checkTexts(path: string, texts: unknown): void {
  if (typeof texts !== 'object' || texts === null || Array.isArray(texts))
    throw refused(path, "takes texts by language, such as { fr: 'Confiture' }");
  for (const [language, text] of Object.entries(texts as Readonly<Record<string, unknown>>)) {
    if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language))
      throw refused(path, `has no language ${JSON.stringify(language)}`);
    if (typeof text !== 'string' && text !== null)
      throw refused(path, `takes a text or null for ${language}, not ${typeof text}`);
  }
}

function refused(path: string, fault: string): AcumaticaValidationError {
  const message = `${path} ${fault}.`;
  return new AcumaticaValidationError(message, { issues: [{ path, value: undefined, message }] });
}
