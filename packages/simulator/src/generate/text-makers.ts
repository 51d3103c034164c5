import type { RecordContext } from './record-context.js';
import { domainOf } from './record-context.js';
import { jobTitles, phrases, streets } from './vocabulary.js';

/** Makes the value of one text field of one record. */
export type TextMaker = (context: RecordContext) => string | null;

type Choice = readonly [string, ...string[]];

const oneOf =
  (...choices: Choice): TextMaker =>
  ({ random }) =>
    random.pick(choices);

const digits =
  (length: number): TextMaker =>
  ({ random }) =>
    String(random.int(1, 10 ** length - 1)).padStart(length, '0');

const phone: TextMaker = ({ random, place }) => {
  const local = `555-${String(random.int(0, 9999)).padStart(4, '0')}`;
  return `+1 (${place.areaCode}) ${local}`;
};

/** The key of one of the first generated records of an entity with these initials: those are there whenever any are. */
const refersTo =
  (initials: string): TextMaker =>
  ({ random }) =>
    `${initials}${digitsOf(random.int(1, 3), 6)}`;

/** By field name, the first that fits wins. */
const makers: readonly (readonly [RegExp, TextMaker])[] = [
  [/e-?mail$/i, (c) => `${c.firstName}.${c.lastName}@${domainOf(c.company)}`.toLowerCase()],
  [/(phone|fax)\d?$/i, phone],
  [/(phone|fax)\d?type$/i, oneOf('Business 1', 'Cell', 'Home')],
  [/web|url|href/i, (c) => `https://www.${domainOf(c.company)}`],
  [/addressline1|street/i, ({ random }) => `${String(random.int(1, 999))} ${random.pick(streets)}`],
  [/addressline[23]/i, ({ random }) => (random.chance(0.3) ? `Suite ${String(random.int(100, 900))}` : null)],
  [/city$/i, (c) => c.place.city],
  [/^state|state(id)?$/i, (c) => c.place.state],
  [/(postal|zip)code$/i, (c) => c.place.postalCode],
  [/country/i, oneOf('US')],
  [/firstname$/i, (c) => c.firstName],
  [/lastname$/i, (c) => c.lastName],
  [/middlename$/i, () => null],
  [
    /attention|displayname|fullname|(owner|employee|contact|manager|person)name$/i,
    (c) => `${c.firstName} ${c.lastName}`,
  ],
  [/jobtitle/i, ({ random }) => random.pick(jobTitles)],
  [/(company|customer|vendor|business|account|legal|location|parent)\w*name$/i, (c) => c.company],
  [/name$/i, (c) => c.company],
  [/(base)?currency(id)?$|^currency/i, oneOf('USD')],
  [/status$/i, oneOf('Active', 'Open', 'On Hold', 'Completed')],
  [/priority$/i, oneOf('Low', 'Medium', 'High')],
  [/severity$/i, oneOf('Low', 'Medium', 'High', 'Urgent')],
  [/uom$|unit$/i, oneOf('EA')],
  [/warehouse(id)?$/i, refersTo('W')],
  [/location(id)?$/i, oneOf('MAIN')],
  [/branch(id)?$/i, oneOf('MAIN')],
  [/sub(account|item)(id|cd)?$/i, oneOf('000000')],
  [/account(id|cd)?$/i, oneOf('10200', '12100', '40000', '50000')],
  [/taxcategory(id)?$/i, oneOf('TAXABLE', 'EXEMPT')],
  [/taxzone(id)?$/i, oneOf('NYSTATE', 'EXEMPT')],
  [/terms(id)?$/i, oneOf('30D', '15D', 'COD')],
  [/inventory(id|cd)$/i, refersTo('SI')],
  [/customer(id|cd)?$/i, refersTo('C')],
  [/vendor(id|cd)?$/i, refersTo('V')],
  [/period(id)?$/i, ({ random }) => `${digitsOf(random.int(1, 12), 2)}2024`],
  [/year$/i, oneOf('2023', '2024')],
  [/time(spent)?$|duration/i, ({ random }) => `${digitsOf(random.int(0, 7), 2)}:${digitsOf(random.int(0, 59), 2)}`],
  [/description|summary|subject|comment|note|title|reason/i, ({ random }) => random.pick(phrases)],
  [/shipvia$/i, oneOf('GROUND', 'TRUCK')],
  [/type$/i, oneOf('Normal', 'Regular', 'Default')],
  [/class(id)?$/i, oneOf('DEFAULT', 'RETAIL')],
  [/(nbr|number)$/i, digits(6)],
  [/(id|cd|code)$/i, ({ random }) => `${String.fromCharCode(random.int(65, 90))}${digitsOf(random.int(1, 999), 3)}`],
];

const fallback: TextMaker = ({ random }) => (random.chance(0.5) ? random.pick(phrases) : null);

function digitsOf(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** How to make texts for a field of this name. */
export function textMaker(name: string): TextMaker {
  return makers.find(([pattern]) => pattern.test(name))?.[1] ?? fallback;
}
