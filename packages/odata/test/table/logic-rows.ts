import { allOf, anyOf, F, not, raw } from '@acurecord/odata';
import { c } from '../order-fields.js';
import { refused } from './filter-row.js';
import type { FilterRow } from './filter-row.js';

/** Comparisons, and how they are combined and turned round. */
export const logicRows: readonly FilterRow[] = [
  // comparisons
  [() => F.Status.eq('Open'), "Status eq 'Open'"],
  [() => F.Status.ne('Open'), "Status ne 'Open'"],
  [() => F.Balance.eq(5), 'Balance eq 5'],
  [() => F.Balance.ne(5), 'Balance ne 5'],
  [() => F.Balance.gt(5), 'Balance gt 5'],
  [() => F.Balance.ge(5), 'Balance ge 5'],
  [() => F.Balance.lt(5), 'Balance lt 5'],
  [() => F.Balance.le(5), 'Balance le 5'],
  [() => F.Name.gt('M'), "Name gt 'M'"],
  [() => F.Name.le('M'), "Name le 'M'"],
  [() => F.Active.eq(true), 'Active eq true'],
  [() => F.Active.ne(false), 'Active ne false'],
  [() => F.Email.eq(null), 'Email eq null'],
  [() => F.Email.ne(null), 'Email ne null'],
  [() => F.Email.isNull(), 'Email eq null'],
  [() => F.Email.isNotNull(), 'Email ne null'],
  [() => F('Status').eq('Open'), "Status eq 'Open'"],
  [() => F('MainContact/Email').eq('a@b.c'), "MainContact/Email eq 'a@b.c'"],
  [() => F('MainContact.Email').eq('a@b.c'), "MainContact/Email eq 'a@b.c'"],
  [() => F.OrderQty.eq(F.OpenQty), 'OrderQty eq OpenQty'],
  [() => F.OrderQty.gt(F.ShippedQty), 'OrderQty gt ShippedQty'],
  [() => F.Name.eq(F.MainContact.DisplayName), 'Name eq MainContact/DisplayName'],
  [() => c.Status.eq('Open'), "Status eq 'Open'"],
  [() => c.Status.ne('Hold'), "Status ne 'Hold'"],
  [() => c.OrderTotal.gt(5000), 'OrderTotal gt 5000'],
  [() => c.OrderTotal.le(c.Weight), 'OrderTotal le Weight'],
  [() => c.Approved.eq(true), 'Approved eq true'],
  [() => c.Approved.eq(c.Approved), 'Approved eq Approved'],
  [() => c.OrderNbr.ge('000100'), "OrderNbr ge '000100'"],
  [() => c.OrderNbr.isNull(), 'OrderNbr eq null'],
  [() => c.Approved.isNotNull(), 'Approved ne null'],
  [() => c.Date.isNull(), 'Date eq null'],
  // logic
  [() => F.A.eq(1).and(F.B.eq(2)), 'A eq 1 and B eq 2'],
  [() => F.A.eq(1).or(F.B.eq(2)), 'A eq 1 or B eq 2'],
  [() => F.A.eq(1).and(F.B.eq(2), F.C.eq(3)), 'A eq 1 and B eq 2 and C eq 3'],
  [() => F.A.eq(1).or(F.B.eq(2), F.C.eq(3)), 'A eq 1 or B eq 2 or C eq 3'],
  [() => F.A.eq(1).or(F.B.eq(2)).and(F.C.eq(3)), '(A eq 1 or B eq 2) and C eq 3'],
  [() => F.A.eq(1).and(F.B.eq(2)).or(F.C.eq(3)), '(A eq 1 and B eq 2) or C eq 3'],
  [() => F.A.eq(1).and(F.B.eq(2).or(F.C.eq(3))), 'A eq 1 and (B eq 2 or C eq 3)'],
  [() => F.A.eq(1).or(F.B.eq(2).and(F.C.eq(3))), 'A eq 1 or (B eq 2 and C eq 3)'],
  [() => F.A.eq(1).and(F.B.eq(2)).and(F.C.eq(3)).and(F.D.eq(4)), 'A eq 1 and B eq 2 and C eq 3 and D eq 4'],
  [() => F.A.eq(1).and(F.B.eq(2).and(F.C.eq(3))), 'A eq 1 and B eq 2 and C eq 3'],
  [() => F.A.eq(1).or(F.B.eq(2)).or(F.C.eq(3)), 'A eq 1 or B eq 2 or C eq 3'],
  [
    () =>
      F.A.eq(1)
        .or(F.B.eq(2))
        .and(F.C.eq(3).or(F.D.eq(4))),
    '(A eq 1 or B eq 2) and (C eq 3 or D eq 4)',
  ],
  [() => F.A.eq(1).or(F.B.eq(2).and(F.C.eq(3).or(F.D.eq(4)))), 'A eq 1 or (B eq 2 and (C eq 3 or D eq 4))'],
  [() => allOf([F.A.eq(1)]), 'A eq 1'],
  [() => allOf([F.A.eq(1), F.B.eq(2), F.C.eq(3)]), 'A eq 1 and B eq 2 and C eq 3'],
  [() => anyOf([F.A.eq(1)]), 'A eq 1'],
  [() => anyOf([F.A.eq(1), F.B.eq(2), F.C.eq(3)]), 'A eq 1 or B eq 2 or C eq 3'],
  [
    () => allOf([anyOf([F.A.eq(1), F.B.eq(2)]), anyOf([F.C.eq(3), F.D.eq(4)])]),
    '(A eq 1 or B eq 2) and (C eq 3 or D eq 4)',
  ],
  [
    () => anyOf([allOf([F.A.eq(1), F.B.eq(2)]), allOf([F.C.eq(3), F.D.eq(4)])]),
    '(A eq 1 and B eq 2) or (C eq 3 and D eq 4)',
  ],
  [
    () =>
      F.Status.eq('Active')
        .or(F.Status.eq('OnHold'))
        .and(F.Balance.gt(1000), F.CustomerName.toLower().startsWith('tech'), F.Terms.eq('30D').or(F.Terms.eq('60D'))),
    "(Status eq 'Active' or Status eq 'OnHold') and Balance gt 1000 and startswith(CustomerName,'tech') and (Terms eq '30D' or Terms eq '60D')",
    "(Status eq 'Active' or Status eq 'OnHold') and Balance gt 1000 and startswith(tolower(CustomerName),'tech') and (Terms eq '30D' or Terms eq '60D')",
  ],
  // opposites
  [() => F.A.eq(1).not(), 'A ne 1', 'not (A eq 1)'],
  [() => F.A.ne(1).not(), 'A eq 1', 'not (A ne 1)'],
  [() => F.A.gt(1).not(), 'A le 1', 'not (A gt 1)'],
  [() => F.A.ge(1).not(), 'A lt 1', 'not (A ge 1)'],
  [() => F.A.lt(1).not(), 'A ge 1', 'not (A lt 1)'],
  [() => F.A.le(1).not(), 'A gt 1', 'not (A le 1)'],
  [() => not(F.A.isNull()), 'A ne null', 'not (A eq null)'],
  [() => not(F.A.isNotNull()), 'A eq null', 'not (A ne null)'],
  [() => F.A.eq(1).not().not(), 'A eq 1', 'not (not (A eq 1))'],
  [() => F.A.gt(1).not().not(), 'A gt 1', 'not (not (A gt 1))'],
  [() => F.A.eq(1).and(F.B.eq(2)).not(), 'A ne 1 or B ne 2', 'not (A eq 1 and B eq 2)'],
  [() => F.A.eq(1).or(F.B.eq(2)).not(), 'A ne 1 and B ne 2', 'not (A eq 1 or B eq 2)'],
  [() => F.A.eq(1).and(F.B.gt(2)).not(), 'A ne 1 or B le 2', 'not (A eq 1 and B gt 2)'],
  [() => F.A.eq(1).or(F.B.gt(2)).not(), 'A ne 1 and B le 2', 'not (A eq 1 or B gt 2)'],
  [
    () => F.A.eq(1).and(F.B.eq(2).or(F.C.eq(3)).not()),
    'A eq 1 and B ne 2 and C ne 3',
    'A eq 1 and not (B eq 2 or C eq 3)',
  ],
  [() => F.A.gt(F.B).not(), 'A le B', 'not (A gt B)'],
  [() => F.A.in([1, 2]).not(), 'A ne 1 and A ne 2', 'not (A eq 1 or A eq 2)'],
  [() => F.A.in([1]).not(), 'A ne 1', 'not (A eq 1)'],
  [
    () => F.Name.contains('x').not(),
    refused(
      'not contains cannot be asked of a contract endpoint. Contract endpoints fail on "not substringof". Read the records without this part and filter them in the program.',
    ),
    "not contains(Name,'x')",
  ],
  [() => F.Name.startsWith('x').not(), "not startswith(Name,'x')"],
  [() => F.Name.endsWith('x').not(), "not endswith(Name,'x')"],
  [
    () => F.A.eq(1).and(F.Name.contains('x')).not(),
    refused(
      'not contains cannot be asked of a contract endpoint. Contract endpoints fail on "not substringof". Read the records without this part and filter them in the program.',
    ),
    "not (A eq 1 and contains(Name,'x'))",
  ],
  [
    () => F.A.eq(1).or(F.Name.contains('x').not()),
    refused(
      'not contains cannot be asked of a contract endpoint. Contract endpoints fail on "not substringof". Read the records without this part and filter them in the program.',
    ),
    "A eq 1 or not contains(Name,'x')",
  ],
  [() => F.Name.contains('x').not().not(), "substringof('x',Name)", "not (not contains(Name,'x'))"],
  [() => F.Active.eq(true).not(), 'Active ne true', 'not (Active eq true)'],
  [() => raw('A eq 1').not(), 'not (A eq 1)'],
  [() => raw('A eq 1').not().not(), 'A eq 1', 'not (not (A eq 1))'],
  [
    () => F.Date.year().eq(2024).not(),
    "Date lt datetimeoffset'2024-01-01' or Date ge datetimeoffset'2025-01-01'",
    'not (year(Date) eq 2024)',
  ],
  [() => F.Date.year().gt(2024).not(), "Date lt datetimeoffset'2025-01-01'", 'not (year(Date) gt 2024)'],
  // lists
  [() => F.Status.in(['Open']), "Status eq 'Open'"],
  [() => F.Status.in(['Open', 'Hold']), "Status eq 'Open' or Status eq 'Hold'"],
  [() => F.Status.in(['Open', 'Hold', null]), "Status eq 'Open' or Status eq 'Hold' or Status eq null"],
  [() => F.A.in([1, 2, 3]).and(F.B.eq(4)), '(A eq 1 or A eq 2 or A eq 3) and B eq 4'],
  [() => F.A.in([1, 2]).or(F.B.eq(4)), 'A eq 1 or A eq 2 or B eq 4'],
  [() => F.A.in([1, 2]).and(F.B.in([3, 4])), '(A eq 1 or A eq 2) and (B eq 3 or B eq 4)'],
  [() => F.Name.in(["o'x", 'a,b']), "Name eq 'o''x' or Name eq 'a,b'"],
  [() => F.Active.in([true, false]), 'Active eq true or Active eq false'],
  [() => c.Status.in(['Open', 'Hold']), "Status eq 'Open' or Status eq 'Hold'"],
  [
    () => c.OrderTotal.in([1, '2.50', 3n]),
    'OrderTotal eq 1 or OrderTotal eq 2.50M or OrderTotal eq 3',
    'OrderTotal eq 1 or OrderTotal eq 2.50 or OrderTotal eq 3',
  ],
  [
    () => c.Date.in(['2024-01-01', '2024-01-02']),
    "Date eq datetimeoffset'2024-01-01' or Date eq datetimeoffset'2024-01-02'",
    'Date eq 2024-01-01T00:00:00Z or Date eq 2024-01-02T00:00:00Z',
  ],
  [() => F.Name.toLower().in(['a', 'b']), "Name eq 'a' or Name eq 'b'", "tolower(Name) eq 'a' or tolower(Name) eq 'b'"],
  [
    () => F.Date.year().in([2023, 2024]),
    "(Date ge datetimeoffset'2023-01-01' and Date lt datetimeoffset'2024-01-01') or (Date ge datetimeoffset'2024-01-01' and Date lt datetimeoffset'2025-01-01')",
    'year(Date) eq 2023 or year(Date) eq 2024',
  ],
  [() => F.A.in([]), refused('A: in([]) would match no record. Do not ask the server when the list is empty.')],
  [() => F.A.in([1, undefined]), refused('A: undefined is not a value that a filter can hold.')],
  [() => F.A.in([1, NaN]), refused('A: NaN is not a number that a filter can hold.')],
  [() => F.A.in('Open'), refused('A: in() takes an array, not "Open".')],
  [() => F.A.in([F.B]), refused('A: in() takes values, not fields. Use anyOf() with eq() for fields.')],
];
