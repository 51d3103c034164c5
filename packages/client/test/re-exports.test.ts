import * as errors from '@acurecord/errors';
import * as acurecord from 'acurecord';

test('every error can be imported from acurecord', () => {
  const names = Object.keys(errors).filter((name) => name.startsWith('Acumatica'));
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !(name in acurecord))).toEqual([]);
});
