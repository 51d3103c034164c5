import { anyOf, explainFilter, F, guid, odataV4Dialect, PlainDate, raw } from '@acurecord/odata';

it('gives the text and no remarks where everything is said plainly', () => {
  expect(explainFilter(F('Status').eq('Open'))).toEqual({
    dialect: 'contract',
    filter: "Status eq 'Open'",
    rewrites: [],
    unconfirmed: [],
  });
});

it.each([
  [
    'folded case',
    F('Name').toLower().eq('tea'),
    "tolower(Name) eq 'tea'",
    "Name eq 'tea'",
    'Texts are compared without regard to case there, so folding it changes nothing.',
  ],
  [
    'folded case in a text test',
    F('Name').toLower().contains('tea'),
    "contains(tolower(Name),'tea')",
    "substringof('tea',Name)",
    'Texts are compared without regard to case there, so folding it changes nothing.',
  ],
  [
    'years',
    F('Date').year().eq(2024),
    'year(Date) eq 2024',
    "Date ge datetimeoffset'2024-01-01' and Date lt datetimeoffset'2025-01-01'",
    'a contract endpoint is asked for a range of days, which is known to work.',
  ],
  [
    'opposites',
    F('A').eq(1).and(F('B').gt(2)).not(),
    'not (A eq 1 and B gt 2)',
    'A ne 1 or B le 2',
    '"not" is said by turning the operators round; a record with an empty field satisfies neither.',
  ],
  [
    'lists',
    F('A').in([1, 2]),
    'A in (1,2)',
    'A eq 1 or A eq 2',
    'There is no "in": each value is compared on its own.',
  ],
])('lists the rewrite of %s', (_name, condition, from, to, why) => {
  expect(explainFilter(condition)).toEqual({
    dialect: 'contract',
    filter: to,
    rewrites: [{ from, to, why }],
    unconfirmed: [],
  });
});

it.each([
  ['month()', F('Date').month().eq(3), 'month(): no contract endpoint has been seen to answer it.'],
  ['arithmetic', F('A').add(1).gt(5), 'Arithmetic: no contract endpoint has been seen to answer it.'],
  [
    'two fields',
    F('A').eq(F('B')),
    'Two fields compared with each other: no contract endpoint has been seen to answer it.',
  ],
  [
    'a GUID',
    F('id').eq(guid('7d38e6f1-0000-4000-8000-0690322d016b')),
    "guid'…': no contract endpoint has been seen to answer it.",
  ],
  [
    'not startswith',
    F('A').startsWith('x').not(),
    'not startswith(): no contract endpoint has been seen to answer it; "not substringof" fails.',
  ],
  ['not raw', raw('A eq 1').not(), 'not around raw text: contract endpoints fail on "not substringof".'],
  [
    'an "and" over two views',
    F('Status').eq('Open').and(F('MainContact/Email').contains('@')),
    'Parts joined by "and" that look at different views may match no record although each part does.',
  ],
  [
    'a text that looks like a date',
    F('Date').ge('2024-01-31'),
    "The text '2024-01-31' is sent as a text, since the type of Date is not known. For a date field write PlainDate.from('2024-01-31').",
  ],
])('lists %s as unconfirmed', (_name, condition, doubt) => {
  expect(explainFilter(condition).unconfirmed).toEqual([doubt]);
});

it('lists a doubt once', () => {
  const months = anyOf([1, 2, 3].map((month) => F('Date').month().eq(month)));
  expect(explainFilter(months).unconfirmed).toHaveLength(1);
});

it('does not doubt what OData v4 defines', () => {
  const condition = F('Name')
    .toLower()
    .contains('tea')
    .not()
    .and(F('Date').year().eq(F('Year').add(1)), F('Day').eq(PlainDate.from('2024-01-31')));
  expect(explainFilter(condition, odataV4Dialect)).toEqual({
    dialect: 'odataV4',
    filter: "not contains(tolower(Name),'tea') and year(Date) eq Year add 1 and Day eq 2024-01-31",
    rewrites: [],
    unconfirmed: [],
  });
});

it('fails as compileFilter does', () => {
  expect(() => explainFilter(F('Name').contains('x').not())).toThrow('Contract endpoints fail on "not substringof".');
});
