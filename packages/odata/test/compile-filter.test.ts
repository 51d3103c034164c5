import { compileFilter, F, odataV4Dialect } from '@acurecord/odata';

it('says one condition in both dialects', () => {
  const condition = F('Name').contains("o'x").or(F('Balance').gt(5)).and(F('MainContact/Address/City').ne(null));
  expect(compileFilter(condition)).toBe(
    "(substringof('o''x',Name) or Balance gt 5) and MainContact/Address/City ne null",
  );
  expect(compileFilter(condition, odataV4Dialect)).toBe(
    "(contains(Name,'o''x') or Balance gt 5) and MainContact/Address/City ne null",
  );
});
