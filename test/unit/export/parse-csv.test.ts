import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../lib/export/decode-text';
import { parseCsv } from '../../../lib/export/parse-csv';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe('the text of a file', () => {
  it.each([
    ['UTF-8', utf8('Id;Beløb')],
    ['UTF-8 with its mark', utf8('\uFEFFId;Beløb')],
    ['UTF-16 with its mark', utf16('\uFEFFId;Beløb', true)],
    ['UTF-16, the other way round', utf16('\uFEFFId;Beløb', false)],
    ['UTF-16 without a mark', utf16('Id;Beløb', true)],
    ['UTF-16 without a mark, the other way round', utf16('Id;Beløb', false)],
  ])('is read from %s', (_, bytes) => expect(decodeText(bytes)).toBe('Id;Beløb'));

  it('is not guessed where the bytes are of an old code page, or of no text', () => {
    expect(decodeText(Uint8Array.of(0x42, 0x65, 0x6c, 0xf8, 0x62))).toBeUndefined();
    expect(decodeText(utf8('PK\u0003\u0004\0\0'))).toBeUndefined();
  });
});

describe('a CSV text', () => {
  it.each([',', ';', '\t', '|'])('is taken apart at %j', (sign) => {
    const text = ['Id', 'Name', 'Amount'].join(sign) + '\r\n' + ['1', 'Nord', '5'].join(sign) + '\r\n';
    expect(parseCsv(text, 10)).toEqual({
      kind: 'table',
      headings: ['Id', 'Name', 'Amount'],
      lines: [{ row: 2, cells: ['1', 'Nord', '5'] }],
    });
  });

  it('keeps separators and line breaks within quotes, and numbers rows as a spreadsheet does', () => {
    const read = parseCsv('Id,Name\n1,"Nord,\nlys ""A"""\n\n2,Syd', 10);
    expect(read).toMatchObject({
      lines: [
        { row: 2, cells: ['1', 'Nord, lys "A"'] },
        { row: 4, cells: ['2', 'Syd'] },
      ],
    });
  });

  it('heeds what a first line says of the separator', () => {
    expect(parseCsv('sep=;\nId;Name, long\n1;A,B', 10)).toMatchObject({
      headings: ['Id', 'Name, long'],
      lines: [{ row: 3, cells: ['1', 'A,B'] }],
    });
  });

  it('runs no formula, and takes off what kept a spreadsheet from running one', () => {
    expect(parseCsv('Id,Name\n="007",\'=1+1\n8,"=HYPERLINK(""x"")"', 10)).toMatchObject({
      lines: [{ cells: ['007', '=1+1'] }, { cells: ['8', '=HYPERLINK("x")'] }],
    });
  });

  it('takes no decimal comma for a separator', () => {
    expect(parseCsv('Beløb, DKK;Id\n1,5;7\n2,5;8', 10)).toMatchObject({
      headings: ['Beløb, DKK', 'Id'],
      lines: [{ cells: ['1,5', '7'] }, { cells: ['2,5', '8'] }],
    });
  });

  it('reads back whatever a spreadsheet library has written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ø', '"', ',', ';', ' ', '|', '7') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }), (cells) => {
        const rows = cells.map((row, nth) => [`${nth}`, ...row.map((one) => one.trim())]);
        const text = Papa.unparse([['Id', 'A', 'B', 'C'], ...rows]);
        expect(parseCsv(`sep=,\n${text}`, 100)).toMatchObject({ lines: rows.map((row) => ({ cells: row })) });
      }),
    );
  });

  it.each([
    ['Id,Name\n1,"Nord" lys\n2,Syd', { why: 'quotes', row: 2 }],
    ['', { why: 'no-rows' }],
    ['Id,Name\n', { why: 'no-rows' }],
    ['Id\n1\n2', { why: 'one-column' }],
    ['Id,Name\n1,"Nord\n2,Syd', { why: 'quotes', row: 2 }],
    ['Id,Name\n1,A\n2,B\n3,C', { why: 'too-many-rows' }],
  ])('is refused: %j', (text, refusal) => expect(parseCsv(text, 2)).toEqual({ kind: 'refused', ...refusal }));
});
