import { nearestNames } from 'acurecord';
import { nearMatches } from '../src/introspection/near-matches.js';
import { searchNames } from '../src/introspection/search-names.js';
import { compareVersions } from '../src/connection/compare-versions.js';

const names = ['Customer', 'CustomerClass', 'Contact', 'SalesOrder', 'Vendor'];

test.each([
  ['Custmer', ['Customer']],
  ['customer', ['Customer', 'CustomerClass']],
  ['SaelsOrder', ['SalesOrder']],
  ['Xyz', []],
])('%s may mean %j', (wrong, expected) => {
  expect(nearestNames(wrong, names)).toEqual(expected);
});

test('the hint is nothing where nothing is near', () => {
  expect([nearMatches('Vendr', names), nearMatches('Nothing like it', names)]).toEqual([' (did you mean Vendor?)', '']);
});

test('a search finds parts of names whatever their case, else what is spelled nearly like it', () => {
  expect(searchNames('CLASS', names)).toEqual(['CustomerClass']);
  expect(searchNames('Vendro', names)).toEqual(['Vendor']);
});

test.each([
  ['9.200.001', '24.200.001', -1],
  ['24.200.001', '24.200.1', 0],
  ['24.200', '24.200.001', -1],
  ['0001', '0002', -1],
  ['24.100', '24.99', 1],
  ['24.200.beta', '24.200.alpha', 1],
])('%s against %s is %d', (a, b, expected) => {
  expect(Math.sign(compareVersions(a, b))).toBe(expected);
});
