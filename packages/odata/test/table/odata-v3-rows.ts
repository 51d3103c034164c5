import { anyOf, createFields, decimal, F, guid, PlainDate, raw } from '@acurecord/odata';
import type { DescribeMember, MemberDescription } from '@acurecord/odata';
import { refused } from './filter-row.js';
import type { Refused } from './filter-row.js';

interface Sale {
  readonly Name: string | null;
  readonly Total: number | null;
  readonly Rate: number | null;
  readonly Qty: number | null;
  readonly Serial: number | null;
  readonly SoldOn: Date | null;
  readonly SeenOn: Date | null;
  readonly Ref: string | null;
  readonly Paid: boolean | null;
}

const described: Readonly<Record<string, MemberDescription>> = {
  Name: { type: 'String' },
  Total: { type: 'Decimal' },
  Rate: { type: 'Double' },
  Qty: { type: 'Int' },
  Serial: { type: 'Long' },
  SoldOn: { type: 'DateTime', zoneless: true },
  SeenOn: { type: 'DateTime' },
  Ref: { type: 'Guid' },
  Paid: { type: 'Boolean' },
};

/** Columns of an inquiry in OData v3: `SoldOn` is `Edm.DateTime`, `SeenOn` is `Edm.DateTimeOffset`. */
export const describeSale: DescribeMember = (path) => described[path.join('/')];

const c = createFields<Sale, 'odataV4'>(describeSale);
const noon = new Date('2024-01-31T12:00:00Z');

/** What conditions become in OData v3. */
export const odataV3Rows: readonly (readonly [say: () => unknown, odataV3: string | Refused])[] = [
  // comparisons and logic
  [() => c.Name.eq("o'x"), "Name eq 'o''x'"],
  [() => c.Name.isNull().or(c.Total.isNotNull()), 'Name eq null or Total ne null'],
  [() => c.Name.in(['a', 'b']), "Name eq 'a' or Name eq 'b'"],
  [() => c.Name.in(['a', null]).not(), "not (Name eq 'a' or Name eq null)"],
  [() => c.Name.eq('a').and(c.Qty.gt(1)).not(), "not (Name eq 'a' and Qty gt 1)"],
  [() => anyOf([c.Paid.eq(true), c.Paid.ne(false)]), 'Paid eq true or Paid ne false'],
  [() => raw("startswith(Name,'a')").not(), "not (startswith(Name,'a'))"],
  // texts
  [() => c.Name.contains('tea'), "substringof('tea',Name)"],
  [() => c.Name.contains(F.Other), 'substringof(Other,Name)'],
  [() => c.Name.contains('tea').not(), "not substringof('tea',Name)"],
  [() => c.Name.startsWith('a').not(), "not startswith(Name,'a')"],
  [() => c.Name.endsWith('a'), "endswith(Name,'a')"],
  [() => c.Name.toLower().contains('tea'), "substringof('tea',tolower(Name))"],
  [() => c.Name.toUpper().eq('TEA'), "toupper(Name) eq 'TEA'"],
  [() => c.Name.trim().length().gt(5), 'length(trim(Name)) gt 5'],
  [() => c.Name.indexOf('x').ge(0), "indexof(Name,'x') ge 0"],
  [() => c.Name.substring(1, 2).concat('!').eq('ab!'), "concat(substring(Name,1,2),'!') eq 'ab!'"],
  [() => c.Name.replace('a', 'b').eq('x'), "replace(Name,'a','b') eq 'x'"],
  // numbers
  [() => c.Total.gt(5), 'Total gt 5'],
  [() => c.Total.gt(5.5), 'Total gt 5.5M'],
  [() => c.Total.gt('5.50'), 'Total gt 5.50M'],
  [() => c.Total.eq(decimal('5')), 'Total eq 5M'],
  [() => c.Total.lt(-0.1), 'Total lt -0.1M'],
  [() => c.Total.in([1.5, 2]), 'Total eq 1.5M or Total eq 2'],
  [() => c.Rate.gt(5), 'Rate gt 5'],
  [() => c.Rate.gt(5.5), 'Rate gt 5.5'],
  [() => c.Rate.lt(1e21), 'Rate lt 1000000000000000000000.0'],
  [() => c.Rate.lt(1e-7), 'Rate lt 0.0000001'],
  [() => c.Qty.gt(5.5), 'Qty gt 5.5M'],
  [() => c.Qty.le(2_147_483_647), 'Qty le 2147483647'],
  [() => c.Serial.eq(2_147_483_648), 'Serial eq 2147483648L'],
  [() => c.Serial.eq(-9_007_199_254_740_991n), 'Serial eq -9007199254740991L'],
  [() => c.Serial.lt(10n ** 20n), 'Serial lt 100000000000000000000M'],
  [() => F.Total.gt(5.5), 'Total gt 5.5M'],
  [() => c.Total.mul(1.5).gt(c.Qty.add(0.5)), 'Total mul 1.5M gt Qty add 0.5M'],
  [() => c.Rate.mul(1.5).add(2.5).gt(0.5), '(Rate mul 1.5) add 2.5 gt 0.5'],
  [() => c.Rate.mul('1.5').round().lt(decimal('2.5')), 'round(Rate mul 1.5) lt 2.5'],
  [() => c.Total.mul(1.5).floor().ge(2.5), 'floor(Total mul 1.5M) ge 2.5M'],
  [() => c.Total.ceiling().eq(3), 'ceiling(Total) eq 3'],
  // dates
  [() => c.SoldOn.ge(noon), "SoldOn ge datetime'2024-01-31T12:00:00'"],
  [() => c.SoldOn.ge('2024-01-31T12:00:00.250+04:00'), "SoldOn ge datetime'2024-01-31T08:00:00.250'"],
  [() => c.SoldOn.ge('2024-01-31'), "SoldOn ge datetime'2024-01-31T00:00:00'"],
  [() => c.SeenOn.ge(noon), "SeenOn ge datetimeoffset'2024-01-31T12:00:00Z'"],
  [() => c.SeenOn.ge('2024-01-31'), "SeenOn ge datetimeoffset'2024-01-31T00:00:00Z'"],
  [() => c.SoldOn.in([noon]), "SoldOn eq datetime'2024-01-31T12:00:00'"],
  [() => F.SoldOn.ge(PlainDate.from('2024-01-31')), "SoldOn ge datetime'2024-01-31T00:00:00'"],
  [() => F.SoldOn.ge(noon), "SoldOn ge datetimeoffset'2024-01-31T12:00:00Z'"],
  [
    () => c.SoldOn.date().eq('2024-01-31'),
    "SoldOn ge datetime'2024-01-31T00:00:00' and SoldOn lt datetime'2024-02-01T00:00:00'",
  ],
  [
    () => c.SeenOn.date().ne('2024-01-31'),
    "SeenOn lt datetimeoffset'2024-01-31T00:00:00Z' or SeenOn ge datetimeoffset'2024-02-01T00:00:00Z'",
  ],
  [
    () => c.SoldOn.year().eq(2024),
    "SoldOn ge datetime'2024-01-01T00:00:00' and SoldOn lt datetime'2025-01-01T00:00:00'",
  ],
  [() => c.SoldOn.month().eq(1).and(c.SoldOn.day().gt(15)), 'month(SoldOn) eq 1 and day(SoldOn) gt 15'],
  [
    () => c.SoldOn.hour().add(c.SoldOn.minute()).gt(c.SoldOn.second()),
    'hour(SoldOn) add minute(SoldOn) gt second(SoldOn)',
  ],
  [() => c.SoldOn.year().eq(c.SeenOn.year()), 'year(SoldOn) eq year(SeenOn)'],
  [
    () => c.SoldOn.date().eq(c.SeenOn.date()),
    refused(
      'date(SoldOn) cannot be asked of an OData v3 service. OData version 3 has no date() function. Compare date() with one day, which becomes a range, or compare the field itself.',
    ),
  ],
  // the rest
  [() => c.Ref.eq('7D38E6F1-0000-4000-8000-0690322D016B'), "Ref eq guid'7d38e6f1-0000-4000-8000-0690322d016b'"],
  [() => F.Ref.eq(guid('7d38e6f1-0000-4000-8000-0690322d016b')), "Ref eq guid'7d38e6f1-0000-4000-8000-0690322d016b'"],
  [
    () => F.cf('String', 'Document', 'UsrX').eq('a'),
    refused(
      'cf Document.UsrX cannot be asked of an OData v3 service. Custom fields are addressed by view and field on contract endpoints only. Name the column of the inquiry, as in F.UsrX.',
    ),
  ],
  [
    () => F('Details').some((row) => row.Qty.gt(5)),
    refused(
      'Details.some() cannot be asked of an OData v3 service. Inquiries have no rows inside their rows. Filter by a column of the inquiry.',
    ),
  ],
];
