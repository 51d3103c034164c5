import { instantFromText } from '../src/values/instant-from-text.js';

it.each([
  ['2024-01-01T00:00:00+04:00', '2023-12-31T20:00:00.000Z'],
  ['2024-02-29T12:30Z', '2024-02-29T12:30:00.000Z'],
  ['2024-01-01T00:00:00.1230000Z', '2024-01-01T00:00:00.123Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
])('brings %s to UTC', (text, instant) => {
  expect(instantFromText(text)).toBe(instant);
});

it.each([
  ['no zone', '2024-01-01T00:00:00'],
  ['a day that does not exist', '2023-02-29T00:00:00Z'],
  ['an hour that does not exist', '2024-01-01T25:00:00Z'],
  ['more than milliseconds', '2024-01-01T00:00:00.1234Z'],
  ['something behind it', '2024-01-01T00:00:00Zx'],
  ['something before it', 'x2024-01-01T00:00:00Z'],
  ['a zone that leads out of the years that can be written', '9999-12-31T23:59:59-01:00'],
  ['a zone that leads before the year 0', '0000-01-01T00:00:00+01:00'],
])('refuses a text with %s', (_, text) => {
  expect(instantFromText(text)).toBeUndefined();
});
