import type { Condition } from '../conditions/condition.js';
import type { EquatableField } from './equatable-field.js';
import type { NumberField } from './number-field.js';
import type { OrderedField } from './ordered-field.js';

/** A text to look for: given, or the text of another field. */
type TextPart = string | EquatableField<string>;

/** A text. `V` is narrower than `string` where the values are known. A contract endpoint compares without regard to case. */
export interface StringField<V extends string = string> extends OrderedField<V> {
  /** `c.Name.contains('tea')` → `substringof('tea',Name)` on a contract endpoint, `contains(Name,'tea')` in OData v4. */
  contains(text: TextPart): Condition;
  /** `c.Name.startsWith('A')` → `startswith(Name,'A')` */
  startsWith(text: TextPart): Condition;
  /** `c.Name.endsWith('LLC')` → `endswith(Name,'LLC')` */
  endsWith(text: TextPart): Condition;
  /** `tolower(Name)`; left away on a contract endpoint, whose comparison ignores case. */
  toLower(): StringField;
  /** `toupper(Name)`; left away on a contract endpoint, whose comparison ignores case. */
  toUpper(): StringField;
  /** `trim(Name)`; no contract endpoint has it. */
  trim(): StringField;
  /** `length(Name)` */
  length(): NumberField;
  /** `indexof(Name,'tea')`; the first character has index 0. */
  indexOf(text: TextPart): NumberField;
  /** `substring(Name,1,3)`; the first character has index 0. */
  substring(start: number, length?: number): StringField;
  /** `concat(Name,'!')` */
  concat(text: TextPart): StringField;
  /** `replace(Name,'a','b')`; OData v4 has none. */
  replace(search: string, replacement: string): StringField;
}
