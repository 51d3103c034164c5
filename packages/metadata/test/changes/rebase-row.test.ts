import { rebaseRow } from '../../src/changes/rebase-row.js';
import { inheritIdentity, rowIdentity } from '../../src/wire/row-identity.js';
import type { WireRow } from '../../src/wire/wire-row.js';
import { Order } from './order-class.js';
import { cells } from './record-class.js';

interface Moments {
  readonly sent: WireRow;
  /** @default what was sent: nobody edited meanwhile */
  readonly now?: WireRow;
  readonly answer: WireRow;
}

const rebase = ({ sent, now = sent, answer }: Moments): { base: WireRow; row: WireRow } =>
  rebaseRow(Order, sent, now, answer);

describe('where nobody edited meanwhile', () => {
  it('a record is what the server answered, and what it did not answer stays as it was sent', () => {
    const contact = cells({ Email: 'a' });
    const sent = { ...cells({ OrderNbr: '<NEW>', Total: 1 }), Contact: contact, Lines: [] };
    const { base, row } = rebase({ sent, answer: { id: 'o1', ...cells({ OrderNbr: '0001' }) } });
    expect(base).toEqual({ id: 'o1', ...cells({ OrderNbr: '0001', Total: 1 }), Contact: contact, Lines: [] });
    expect(row).toBe(base);
  });

  it('a link that the server answers as null, since it was not expanded, stays', () => {
    const sent = { Contact: cells({ Email: 'a' }) };
    expect(rebase({ sent, answer: { Contact: null } }).base).toEqual(sent);
  });

  it('a link that was taken out is what the server answers', () => {
    expect(rebase({ sent: { Contact: null }, answer: {} }).base).toEqual({ Contact: null });
    const linked = { Contact: cells({ Email: 'new' }) };
    expect(rebase({ sent: { Contact: null }, answer: linked }).base).toEqual(linked);
  });

  it('a link that was not sent comes from the answer', () => {
    const linked = { Contact: cells({ Email: 'new' }) };
    expect(rebase({ sent: {}, answer: linked })).toEqual({ base: linked, row: linked });
  });

  it('details that nobody sent or answered stay unknown', () => {
    expect(rebase({ sent: cells({ Total: 1 }), answer: cells({ Total: 1 }) }).base).not.toHaveProperty('Lines');
  });

  it('rows are what the server answered, and those that it left out are gone', () => {
    const sent = { Lines: [{ id: 'a', ...cells({ Qty: 1 }) }, { id: 'b' }] };
    const answer = { Lines: [{ id: 'a', ...cells({ Qty: 9 }) }, { id: 'c' }] };
    const { base, row } = rebase({ sent, answer });
    expect(base).toEqual({ Lines: [{ id: 'a', ...cells({ Qty: 9 }) }, { id: 'c' }] });
    expect(row).toBe(base);
    expect(row.Lines).toBe(base.Lines);
  });

  it('rows that were not answered stay as they were sent', () => {
    const sent = { Lines: [{ id: 'a', ...cells({ Qty: 1 }) }] };
    expect(rebase({ sent, answer: {} }).base).toEqual(sent);
  });

  it('rows that were answered where none was sent are there', () => {
    expect(rebase({ sent: {}, answer: { Lines: [{ id: 'a' }] } }).row).toEqual({ Lines: [{ id: 'a' }] });
  });

  it('a row that was inserted keeps its identity when it gets its id', () => {
    const inserted = cells({ Item: 'x' });
    const identity = rowIdentity(inserted);
    const { base } = rebase({
      sent: { Lines: [inserted] },
      answer: { Lines: [{ id: 'n', ...cells({ Item: 'X ' }) }] },
    });
    const [row] = base.Lines as WireRow[];
    expect(row).toEqual({ id: 'n', ...cells({ Item: 'X ' }) });
    expect(rowIdentity(row as WireRow)).toBe(identity);
  });

  it('cells outside the contract that were not answered stay', () => {
    const view = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, { value: name }]));
    const sent = { custom: { A: view('x', 'y'), B: view('z') } };
    const answer = { custom: { A: { y: { value: 'new' } }, C: view('w') } };
    expect(rebase({ sent, answer }).base.custom).toEqual({
      A: { x: { value: 'x' }, y: { value: 'new' } },
      B: view('z'),
      C: view('w'),
    });
    expect(rebase({ sent: {}, answer }).base.custom).toEqual(answer.custom);
    expect(rebase({ sent, answer: {} }).base.custom).toEqual(sent.custom);
  });
});

describe('where somebody edited while the save was under way', () => {
  it('a value that was set again stays, beside what the server answered', () => {
    const sent = cells({ OrderNbr: '1', Total: 1 });
    const { base, row } = rebase({
      sent,
      now: { ...sent, ...cells({ Total: 2 }) },
      answer: cells({ OrderNbr: '0001', Total: 1.5 }),
    });
    expect(base).toEqual(cells({ OrderNbr: '0001', Total: 1.5 }));
    expect(row).toEqual(cells({ OrderNbr: '0001', Total: 2 }));
  });

  it('a value that was set anew is carried over', () => {
    expect(rebase({ sent: {}, now: cells({ Total: 2 }), answer: {} })).toEqual({ base: {}, row: cells({ Total: 2 }) });
  });

  it('a value whose change was taken back is what the server answered', () => {
    const { row } = rebase({ sent: cells({ Total: 1 }), now: {}, answer: cells({ Total: 3 }) });
    expect(row).toStrictEqual(cells({ Total: 3 }));
  });

  it('a note that was written stays, and of other names without a member the server has the say', () => {
    const sent = { ...cells({ note: 'a' }), rowNumber: 1 };
    const { row } = rebase({
      sent,
      now: { ...cells({ note: 'b' }), rowNumber: 2 },
      answer: { ...cells({ note: 'a' }), rowNumber: 3 },
    });
    expect(row).toEqual({ ...cells({ note: 'b' }), rowNumber: 3 });
  });

  it('an edit behind a link is carried over', () => {
    const sent = { Contact: cells({ Email: 'a', Phone: '1' }) };
    const { base, row } = rebase({
      sent,
      now: { Contact: cells({ Email: 'a', Phone: '2' }) },
      answer: { Contact: cells({ Email: 'A' }) },
    });
    expect(base).toEqual({ Contact: cells({ Email: 'A', Phone: '1' }) });
    expect(row).toEqual({ Contact: cells({ Email: 'a', Phone: '2' }) });
  });

  it('an edit behind a link that was answered as null is carried over', () => {
    const same = cells({ Email: 'a' });
    const { base, row } = rebase({
      sent: { Contact: { ...same } },
      now: { Contact: { ...same, Phone: { value: '2' } } },
      answer: { Contact: null },
    });
    expect(base).toEqual({ Contact: same });
    expect(row).toEqual({ Contact: { ...same, Phone: { value: '2' } } });
  });

  it('a link that was taken out, or put in place, stays so', () => {
    const linked = { Contact: cells({ Email: 'a' }) };
    expect(rebase({ sent: linked, now: { Contact: null }, answer: linked })).toEqual({
      base: linked,
      row: { Contact: null },
    });
    expect(rebase({ sent: { Contact: null }, now: linked, answer: { Contact: null } })).toEqual({
      base: { Contact: null },
      row: linked,
    });
  });

  it('an edit of a row is carried over to the row that the server answered', () => {
    const line = { id: 'a', ...cells({ Qty: 1, Price: 1 }) };
    const { base, row } = rebase({
      sent: { Lines: [line] },
      now: { Lines: [{ ...line, ...cells({ Qty: 2 }) }] },
      answer: { Lines: [{ id: 'a', ...cells({ Qty: 1, Price: 5 }) }] },
    });
    expect(base).toEqual({ Lines: [{ id: 'a', ...cells({ Qty: 1, Price: 5 }) }] });
    expect(row.Lines).toEqual([{ id: 'a', Qty: { value: 2 }, Price: { value: 5 } }]);
  });

  it('an edit of a row that was not answered is carried over', () => {
    const line = { id: 'a', ...cells({ Qty: 1 }) };
    const { row } = rebase({
      sent: { Lines: [line] },
      now: { Lines: [{ ...line, ...cells({ Qty: 2 }) }] },
      answer: {},
    });
    expect(row).toEqual({ Lines: [{ id: 'a', ...cells({ Qty: 2 }) }] });
  });

  it('a row that was added follows, and one that was taken out stays out', () => {
    const added = cells({ Item: 'new' });
    const { base, row } = rebase({
      sent: { Lines: [{ id: 'a' }, { id: 'b' }] },
      now: { Lines: [{ id: 'b' }, added] },
      answer: { Lines: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
    });
    expect(base.Lines).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(row.Lines).toEqual([{ id: 'b' }, { id: 'c' }, added]);
  });

  it('a row that the server removed is not put back by an edit elsewhere', () => {
    const now = { ...cells({ Total: 2 }), Lines: [{ id: 'a' }, { id: 'b' }] };
    const { row } = rebase({ sent: { Lines: [{ id: 'a' }, { id: 'b' }] }, now, answer: { Lines: [{ id: 'a' }] } });
    expect(row.Lines).toEqual([{ id: 'a' }]);
  });

  it('an edit of a row that was just inserted keeps it one row', () => {
    const inserted = cells({ Item: 'x', Qty: 1 });
    const edited = inheritIdentity({ ...inserted, ...cells({ Qty: 2 }) }, (rowIdentity(inserted), inserted));
    const { row } = rebase({
      sent: { Lines: [inserted] },
      now: { Lines: [edited] },
      answer: { Lines: [{ id: 'n', ...inserted }] },
    });
    expect(row.Lines).toEqual([{ id: 'n', ...cells({ Item: 'x', Qty: 2 }) }]);
  });

  it('rows added to details that nobody knew are kept', () => {
    expect(rebase({ sent: {}, now: { Lines: [{}] }, answer: {} })).toEqual({ base: {}, row: { Lines: [{}] } });
  });

  it('an edit outside the contract is laid over what the server answered', () => {
    const table = (x: string, y: string): object => ({ A: { x: { value: x }, y: { value: y } } });
    const sent = table('1', '1') as { A: { x: object; y: object } };
    const now = { A: { ...sent.A, x: { value: '2' } }, B: undefined, C: { z: { value: 'new' } } };
    const { base, row } = rebase({
      sent: { custom: sent },
      now: { custom: now },
      answer: { custom: table('1', 'server') },
    });
    expect(base.custom).toEqual(table('1', 'server'));
    expect(row.custom).toEqual({ ...table('2', 'server'), C: { z: { value: 'new' } } });
  });
});
