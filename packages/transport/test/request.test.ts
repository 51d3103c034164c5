import { AcumaticaConfigError } from '@acurecord/errors';
import fc from 'fast-check';
import { encodePath } from '../src/index.js';
import { encodeQuery } from '../src/request/encode-query.js';
import { pathFromLink, requestUrl, siteFromBaseUrl } from '../src/request/site.js';
import { failureOf, openTransport } from './open-transport.js';
import { startMiniErp } from './mini-erp.js';

describe('encodePath', () => {
  it('encodes each segment once', () => {
    expect(encodePath(['entity', 'Default', '24.200.001', 'Customer', 'A B#?%'])).toBe(
      '/entity/Default/24.200.001/Customer/A%20B%23%3F%25',
    );
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', '\ud800'])('refuses %j, which would be another address', (segment) => {
    expect(() => encodePath(['entity', segment])).toThrow('cannot stand in the path');
  });

  it('keeps any other text through a URL', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        fc.pre(!/[/\\]/.test(text) && text !== '.' && text !== '..');
        const { pathname } = new URL(`http://erp${encodePath(['a', text, 'b'])}`);
        expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', text, 'b']);
      }),
    );
  });
});

it('encodes the query once, with the dollar sign as the ERP shows it', () => {
  expect(encodeQuery({ $filter: "Name eq 'A+B & C'", $top: 5 })).toBe("?$filter=Name%20eq%20'A%2BB%20%26%20C'&$top=5");
  expect(encodeQuery({ $expand: 'MainContact/Address,Details', 'a!*': '(x,y/z)!*' })).toBe(
    '?$expand=MainContact/Address,Details&a%21%2A=(x,y/z)%21%2A',
  );
  expect(() => encodeQuery({ $filter: undefined as unknown as string })).toThrow('$filter has no value');
});

describe('addresses', () => {
  const site = siteFromBaseUrl('https://erp.example.com/AcumaticaEntity/');

  it.each(['ftp://erp', 'erp.example.com', '', 'https://user:secret@erp'])(
    'refuses %j as a base URL, without printing it',
    (baseUrl) => {
      expect(() => siteFromBaseUrl(baseUrl)).toThrow(AcumaticaConfigError);
      expect(() => siteFromBaseUrl(baseUrl)).not.toThrow('secret@');
    },
  );

  it.each([
    ['relative to the host', '/AcumaticaEntity/entity/E/1/files/x?a=1', '/entity/E/1/files/x?a=1'],
    ['relative to the host in other letters', '/acumaticaentity/entity/E', '/entity/E'],
    ['relative to the site', '/entity/E', '/entity/E'],
    ['absolute', 'https://erp.example.com/AcumaticaEntity/entity/E', '/entity/E'],
  ])('finds the path of a link that is %s', (_name, link, path) => {
    expect(pathFromLink(site, link)).toBe(path);
  });

  it.each([
    'https://evil.example.com/entity/E',
    '//evil.example.com/entity',
    'http://erp.example.com/entity',
    'https://a:b@erp.example.com/x',
    'javascript:alert(1)',
  ])('refuses %s', (link) => {
    expect(() => pathFromLink(site, link)).toThrow('is not part of');
    if (/^\w+:/.test(link)) expect(() => requestUrl(site, link)).toThrow('is not part of');
  });

  it('keeps a path below the site', () => {
    expect(requestUrl(site, '/entity')).toBe('https://erp.example.com/AcumaticaEntity/entity');
    expect(requestUrl(site, '//evil.example.com/x')).toBe(
      'https://erp.example.com/AcumaticaEntity//evil.example.com/x',
    );
  });
});

it.each([
  ['a line break in a header', { headers: { 'PX-CbApiBranch': 'A\r\nX: y' } }],
  ['a body on GET', { json: {} }],
  ['a time limit of nothing', { timeoutMs: 0 }],
  ['another origin', { path: 'https://evil.example.com/' }],
])('refuses %s before anything is sent', async (_name, part) => {
  const erp = await startMiniErp();
  const transport = openTransport(erp.url);
  expect(await failureOf(transport.send({ method: 'GET', path: '/entity', ...part }))).toMatchObject({
    name: 'AcumaticaConfigError',
  });
  expect(erp.log).toEqual([]);
  await transport.close();
  await erp.close();
});
