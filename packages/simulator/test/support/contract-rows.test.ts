import { readContractRows } from './contract-rows.js';
import { testTitles } from './test-titles.js';

describe('the rows of the description of the wire', () => {
  const document = [
    '## 1. Before',
    '* not counted — C',
    '### 2.1 Request',
    '* one — C DOC',
    '  that goes on / likely L.',
    '  * below it, with `C` in code',
    '',
    '| A | B |',
    '|---|---|',
    '| x | C# |',
    'A paragraph. — L',
    'It goes on.',
    '',
    'Leads to a list:',
    '```',
    '* an example',
    '```',
    '1. first — C',
    '## 17. After',
    '* not counted either',
  ].join('\n');

  test('are bullets, rows of tables and paragraphs, with their marks', () => {
    expect(readContractRows(document)).toEqual([
      { section: '2.1', mark: 'CL', text: '* one — C DOC that goes on / likely L.' },
      { section: '2.1', mark: '', text: '* below it, with `C` in code' },
      { section: '2.1', mark: '', text: '| x | C# |' },
      { section: '2.1', mark: 'L', text: 'A paragraph. — L It goes on.' },
      { section: '2.1', mark: 'C', text: '1. first — C' },
    ]);
  });

  test('are one more when one is added', () => {
    const more = document.replace('1. first', '* new — C\n1. first');
    expect(readContractRows(more)).toHaveLength(6);
  });
});

test('titles of tests are found with their groups, and those of tables row by row', () => {
  const source = `
    const rows = [['two', 2]] as const;
    describe('a group', () => {
      it('works', () => undefined);
      test.each(rows)('counts %s', () => undefined);
      it.each<[string]>([['a'], [b()]])('takes %s', () => undefined);
    });
    run('is no test', () => undefined);
  `;
  expect([...testTitles(source)]).toEqual([
    'a group works',
    'a group counts %s',
    'a group counts two',
    'a group takes %s',
    'a group takes a',
  ]);
});
