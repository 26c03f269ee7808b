import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawsOf } from '../../faults/draws';
import { isTorn, tailOf, tearLog } from '../../faults/log-tail';

/** A log with records of these lengths, as LevelDB's writer cuts them into blocks. */
function logOf(lengths: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const put = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const length of lengths) {
    let left = length;
    let isFirst = true;
    do {
      let room = 32_768 - (at % 32_768);
      if (room < 7) {
        put(Buffer.alloc(room));
        room = 32_768;
      }
      const piece = Math.min(left, room - 7);
      const isLast = piece === left;
      const head = Buffer.alloc(7, 9);
      head.writeUInt16LE(piece, 4);
      head.writeUInt8(isFirst && isLast ? 1 : isFirst ? 2 : isLast ? 4 : 3, 6);
      put(Buffer.concat([head, Buffer.alloc(piece, 5)]));
      left -= piece;
      isFirst = false;
    } while (left > 0);
  }
  return Buffer.concat(parts);
}

test('a whole log ends where its last record ends', () => {
  for (const lengths of [[10], [100, 40_000, 3], [32_761, 1], [32_755, 200], [90_000]]) {
    const log = logOf(lengths);
    const tail = tailOf(log);
    expect(tail.wholeBytes, String(lengths)).toBe(log.length);
    expect(isTorn(tail)).toBe(false);
  }
  expect(tailOf(logOf([]))).toEqual({ bytes: 0, wholeBytes: 0, lastBegins: 0 });
});

test('a log that ends within a record is torn, wherever it was cut', () => {
  const before = logOf([100, 200]).length;
  const log = logOf([100, 200, 40_000]);
  for (let end = before + 7; end < log.length; end += 501) {
    const tail = tailOf(log.subarray(0, end));
    expect(tail.wholeBytes).toBe(before);
    expect(isTorn(tail)).toBe(true);
  }
});

test('tearing takes bytes away, or puts half a record behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stafet-log-'));
  try {
    const path = join(folder, '000003.log');
    const whole = logOf([100, 5000, 800]);
    for (let seed = 0; seed < 20; seed += 1) {
      writeFileSync(path, whole);
      tearLog(path, 'cut', drawsOf(seed));
      const cut = readFileSync(path);
      expect(cut.length).toBeLessThan(whole.length);
      expect(whole.subarray(0, cut.length).equals(cut)).toBe(true);

      writeFileSync(path, whole);
      tearLog(path, 'half', drawsOf(seed));
      const longer = readFileSync(path);
      expect(longer.subarray(0, whole.length).equals(whole)).toBe(true);
      expect(isTorn(tailOf(longer))).toBe(true);
      expect(tailOf(longer).wholeBytes).toBe(whole.length);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
