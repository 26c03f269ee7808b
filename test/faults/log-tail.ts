import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import type { Draw } from '../demo/draw';

/** LevelDB writes its log in blocks; a record is cut where a block ends. */
const blockBytes = 32 * 1024;
/** Checksum (4), length (2) and kind (1). */
const headBytes = 7;

export interface LogTail {
  readonly bytes: number;
  /** Where the last whole record ends. What follows was being written when the writer died. */
  readonly wholeBytes: number;
  /** Where the last whole record begins. */
  readonly lastBegins: number;
}

/** Finds the end of what a LevelDB log holds for certain. The checksums are not looked at, the lengths are. */
export function tailOf(log: Uint8Array): LogTail {
  let at = 0;
  let begins = 0;
  let last = { wholeBytes: 0, lastBegins: 0 };
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  while (at < log.length) {
    const left = blockBytes - (at % blockBytes);
    if (left < headBytes) {
      at += left;
      continue;
    }
    if (at + headBytes > log.length) break;
    const length = view.getUint16(at + 4, true);
    const kind = view.getUint8(at + 6);
    const end = at + headBytes + length;
    // Kinds: 1 whole, 2 first piece, 3 middle, 4 last. Anything else was never a record.
    if (kind < 1 || kind > 4 || end > log.length || headBytes + length > left) break;
    if (kind === 1 || kind === 2) begins = at;
    if (kind === 1 || kind === 4) last = { wholeBytes: end, lastBegins: begins };
    at = end;
  }
  return { bytes: log.length, ...last };
}

/** True where a log ends in the middle of a record: the writer was killed while it wrote. */
export function isTorn({ bytes, wholeBytes }: LogTail): boolean {
  // Up to six zero bytes fill the end of a block.
  return bytes - wholeBytes >= headBytes;
}

/** The two ways in which a log is torn here. */
export type Tear = 'cut' | 'half';

/**
 * Tears the end of a log, as a kill in the middle of writing does.
 * - `cut`: takes a random number of bytes off its end: its last records with them, acknowledged or not.
 * - `half`: takes nothing away, and puts the first part of a record behind the last one.
 * @returns What was done, in words.
 */
export function tearLog(path: string, tear: Tear, draw: Draw): string {
  const log = readFileSync(path);
  const tail = tailOf(log);
  if (tear === 'cut') {
    const bytes = Math.min(log.length, draw.whole(1, draw.pick([64, 4096, blockBytes])));
    truncateSync(path, log.length - bytes);
    return `cut ${bytes} of ${log.length} bytes`;
  }
  const room = blockBytes - (log.length % blockBytes);
  const record = log.subarray(tail.lastBegins, tail.wholeBytes);
  const most = Math.min(record.length - 1, room - 1);
  if (most < headBytes) return tearLog(path, 'cut', draw);
  const half = record.subarray(0, draw.whole(headBytes, most));
  appendFileSync(path, half);
  return `half a record of ${half.length} bytes behind ${log.length}`;
}
