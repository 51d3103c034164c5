import { typeCheck } from './type-check.js';

const header = `
import { createFields, F } from '@acurecord/odata';
import type { Condition, ConditionInput } from '@acurecord/odata';
class Contact { declare Email: string | null }
class Order {
  declare OrderNbr: string | null;
  declare Status: 'Open' | 'Hold' | null;
  declare Total: number | null;
  declare Approved: boolean | null;
  declare Date: Date | null;
  declare MainContact: Contact;
  declare Details: Iterable<Contact>;
}
declare function where(input: ConditionInput<Order>): Condition;
const c = createFields<Order>();
`;

const mistakes = [
  [
    'a misspelt field',
    "where((o) => o.Statsu.eq('Open'));",
    `Property 'Statsu' does not exist on type 'Fields<Order, "contract">'. Did you mean 'Status'?`,
  ],
  [
    'a misspelt linked field',
    "where((o) => o.MainContact.Emial.eq('x'));",
    `Property 'Emial' does not exist on type 'Fields<Contact, "contract">'. Did you mean 'Email'?`,
  ],
  [
    'an order of booleans',
    'where((o) => o.Approved.gt(true));',
    "Property 'gt' does not exist on type 'BooleanField'.",
  ],
  [
    'a text test of a number',
    "where((o) => o.Total.contains('1'));",
    "Property 'contains' does not exist on type 'NumberField'.",
  ],
  [
    'the year of a text',
    'where((o) => o.OrderNbr.year().eq(2024));',
    "Property 'year' does not exist on type 'StringField<string>'.",
  ],
  [
    'a condition on rows',
    "where((o) => o.Details.some((row) => row.Email.eq('x')));",
    "Property 'some' does not exist on type 'OpaqueDetailField'.",
  ],
  [
    'a comparison of a link',
    "where((o) => o.MainContact.eq('x'));",
    `Property 'eq' does not exist on type 'Fields<Contact, "contract">'.`,
  ],
  [
    '===',
    "where((o) => o.OrderNbr === 'x');",
    "This comparison appears to be unintentional because the types 'StringField<string>' and 'string' have no overlap.",
  ],
  [
    'a condition that is none',
    'where((o) => o.OrderNbr);',
    `Argument of type '(o: Fields<Order, "contract">) => StringField<string>' is not assignable to parameter of type 'ConditionInput<Order>'.`,
  ],
  [
    'a misspelt name in the shorthand',
    "where({ Statsu: 'Open' });",
    "Object literal may only specify known properties, and 'Statsu' does not exist in type 'ConditionInput<Order>'.",
  ],
  [
    'a value outside of a union',
    "c.Status.eq('Opn');",
    `Argument of type '"Opn"' is not assignable to parameter of type '"Open" | "Hold" | EquatableField<"Open" | "Hold"> | null'.`,
  ],
  [
    'a number for a text',
    'c.OrderNbr.eq(5);',
    "Argument of type '5' is not assignable to parameter of type 'string | EquatableField<string> | null'.",
  ],
  [
    'a text that is no number',
    "c.Total.gt('many');",
    `Argument of type '"many"' is not assignable to parameter of type 'NumericValue | EquatableField<NumericValue>'.`,
  ],
  [
    'undefined',
    'c.Status.eq(undefined);',
    `Argument of type 'undefined' is not assignable to parameter of type '"Open" | "Hold" | EquatableField<"Open" | "Hold"> | null'.`,
  ],
] as const;

const right = [
  "where((o) => o.Status.eq('Open').and(o.Total.gt('12.50'), o.Date.year().eq(2024), F.Anything.eq(1)));",
  "where({ Status: 'Open', MainContact: { Email: null } });",
  "where(F('Status').eq('Open'));",
];

describe('the compiler', () => {
  const lines = [...mistakes.map(([, line]) => line), ...right];
  const firstLine = header.split('\n').length - 1;
  const { problems } = typeCheck(header + lines.join('\n'));
  const problemsOf = (index: number) =>
    problems.filter(({ line }) => line === firstLine + index).map(({ message }) => message);

  it.each(mistakes.map(([name, , message], index) => [name, index, message] as const))(
    'says readably what is wrong with %s',
    (_name, index, message) => {
      expect(problemsOf(index)).toContain(message);
    },
  );

  it('has nothing to say of what is right', () => {
    const { length } = mistakes;
    expect(right.flatMap((_, index) => problemsOf(length + index))).toEqual([]);
  });
});
