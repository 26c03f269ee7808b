import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSplitter, type SplitRow } from '../../../../lib/store/backup/split-backup';

/** All rows and the outline of a text that comes in pieces of some bytes. */
function split(text: string, piece = 1000) {
  const bytes = new TextEncoder().encode(text);
  const splitter = createSplitter();
  const rows: SplitRow[] = [];
  for (let from = 0; from < bytes.length; from += piece)
    rows.push(...splitter.push(bytes.subarray(from, from + piece)));
  return { rows, bytes, ...splitter.end() };
}

const json = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
const tableName = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });

describe('a backup, taken apart', () => {
  it('gives every row of every table, wherever its bytes are cut, and finds each table again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(tableName, { maxLength: 4 }),
        fc.array(fc.array(json, { maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(undefined, 1, '\t'),
        fc.integer({ min: 1, max: 40 }),
        (names, lists, space, piece) => {
          const tables = Object.fromEntries(names.map((name, nth) => [name, lists[nth] ?? []]));
          const text = JSON.stringify(
            { stafet: 1, note: 'tables', tables, more: [{ tables: [] }] },
            null,
            space,
          );
          const plain = (JSON.parse(text) as { tables: Record<string, unknown[]> }).tables;
          const { rows, outline, spans, bytes } = split(text, piece);
          expect(rows.map(({ table, nth, row }) => [table, nth, row])).toEqual(
            Object.entries(plain).flatMap(([table, list]) => list.map((row, nth) => [table, nth, row])),
          );
          expect(outline).toEqual({
            stafet: 1,
            note: 'tables',
            tables: Object.fromEntries(
              Object.entries(plain).map(([name, list]) => [name, list.map(() => 0)]),
            ),
            more: [{ tables: [] }],
          });
          for (const [name, { from, to }] of spans) {
            const again = createSplitter(name).push(bytes.subarray(from, to));
            expect(again.map(({ row }) => row)).toEqual(plain[name]);
          }
        },
      ),
    );
  });

  it.each([
    '{"stafet":1,"tables":{"deals":[{"a":1}',
    '{"stafet":1,"tables":{"deals":[{"a":1},]}}',
    '{"stafet":1,"tables":{"deals":[,{"a":1}]}}',
    '{"stafet":1,"tables":{"deals":[{"a":1} {"a":2}]}}',
    '{"stafet":1,"tables":{"deals":[{"a":1]}}',
    '{"stafet":1,"tables":{"deals":[{a:1}]}}',
    '{"stafet":1,"tables":{"deals":[]}}}',
    '{"stafet":1,"tables":{"deals":[]',
    '{"tables":{"deals":[1],"deals":[2]}}',
    '',
    'deal;amount\n1;2',
  ])('refuses %j', (text) => {
    expect(() => split(text)).toThrow(SyntaxError);
  });

  it('refuses what is no UTF-8, and takes the mark that editors put in front', () => {
    expect(() => createSplitter().push(Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7b))).toThrow(TypeError);
    expect(split('\ufeff{"tables":{"deals":[7]}}').rows).toMatchObject([{ row: 7 }]);
  });

  it('makes no rows of lists that only look like tables', () => {
    const text = '[{"tables":{"deals":[1]}}]';
    expect(split(text)).toMatchObject({ rows: [], outline: [{ tables: { deals: [1] } }] });
    expect(split('{"x":{"tables":{"deals":[1]}},"tables":[[2]]}').rows).toEqual([]);
  });
});
