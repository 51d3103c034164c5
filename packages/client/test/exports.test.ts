import { decimal, F, fileTaskStore, fileTokenStore, guid, oauth, PlainDate } from 'acurecord';

test('what an application needs beside the client comes from the same package', () => {
  const store = fileTokenStore('tokens.json');
  const client = { clientId: 'id@Company', username: 'admin', password: 'secret' };
  expect(oauth({ ...client, grant: 'password', tokenStore: store }).kind).toBe('oauth');
  expect([PlainDate.from('2026-03-31'), decimal('0.10'), guid('7e0e3d5c-0c0f-4c53-9d7b-6d4c0b7b3a10')]).toHaveLength(3);
  expect(fileTaskStore('tasks.json')).toHaveProperty('save');
  expect(F.Date.ge(PlainDate.from('2026-03-31'))).toBeDefined();
});
