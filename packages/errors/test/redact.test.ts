import { AcumaticaError, redact, redactText } from '@acurecord/errors';

describe('redactText', () => {
  it.each([
    ['Authorization: Bearer eyJhbGciOi.J9', 'Authorization: ***'],
    ['sent Bearer abc.def-123 twice', 'sent Bearer *** twice'],
    ['.ASPXAUTH=E31DFE0C; path=/', '.ASPXAUTH=***; path=/'],
    ['ASP.NET_SessionId=x34gpa; path=/', 'ASP.NET_SessionId=***; path=/'],
    ['{"name":"admin","password":"s\\"3cret"}', '{"name":"admin","password":"***"}'],
    ['username=a&password=hunter2&scope=api', 'username=a&password=***&scope=api'],
    ['https://user:pass@erp.example/entity', 'https://user:***@erp.example/entity'],
    ['postgres://user:p@ss@db.example/erp', 'postgres://user:***@db.example/erp'],
    ['http://localhost:8080/entity, see a@b.example', 'http://localhost:8080/entity, see a@b.example'],
    ['refresh_token=abc123', 'refresh_token=***'],
    ['the password was wrong', 'the password was wrong'],
  ])('turns %j into %j', (text, clean) => {
    expect(redactText(text)).toBe(clean);
  });

  it('removes a known secret as it is, in JSON and in a URL', () => {
    const secret = 'p"ä ß/1';
    const text = `${secret} ${JSON.stringify(secret)} ${encodeURIComponent(secret)}`;
    expect(redactText(text, [secret])).toBe('*** "***" ***');
  });
});

describe('redact', () => {
  it('masks members by name at any depth and leaves the input alone', () => {
    const input = { headers: { Authorization: 'Bearer x', 'Set-Cookie': ['a=b'], Accept: '*/*' }, tokens: 3 };
    expect(redact(input)).toEqual({ headers: { Authorization: '***', 'Set-Cookie': '***', Accept: '*/*' }, tokens: 3 });
    expect(input.headers.Authorization).toBe('Bearer x');
  });

  it('ends cycles', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop['self'] = loop;
    expect(redact(loop)).toEqual({ name: 'loop', self: '[circular]' });
  });

  it('does not pollute prototypes', () => {
    redact(JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(AcumaticaError.prototype).not.toHaveProperty('polluted');
  });

  it('reads maps and headers', () => {
    expect(redact(new Map([['cookie', 'a']]))).toEqual({ cookie: '***' });
    expect(redact(new Headers({ cookie: 'a', accept: 'b' }))).toEqual({ cookie: '***', accept: 'b' });
  });
});
