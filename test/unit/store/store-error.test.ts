import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { faultKind, mayGoBetter, storeErrorOf } from '../../../lib/store/store-error';

const dom = (name: string) => new DOMException('Deal 4711 of Acme', name);

describe('a fault of the store', () => {
  test.each<[string, unknown, string, boolean]>([
    ['a quota', dom('QuotaExceededError'), 'disk-full', false],
    ['a full disk, as Chromium words it', dom('DataError'), 'disk-full', false],
    ['a newer version', dom('VersionError'), 'newer-version', false],
    ['a lost connection', dom('InvalidStateError'), 'unreadable', true],
    ['a store that another page closed', new Dexie.DatabaseClosedError(), 'unreadable', true],
    ['an aborted transaction', dom('AbortError'), 'unreadable', true],
    ['a store that cannot be opened', dom('UnknownError'), 'unreadable', true],
    ['a row that cannot be read', dom('NotReadableError'), 'unreadable', true],
    ['silence', dom('TimeoutError'), 'unreadable', false],
    ['a copy that is waited for', dom('StoreHeldError'), 'held', false],
    ['a restoration under way', dom('StoreBusyError'), 'busy', false],
    ['a bug', new TypeError('x is undefined'), 'unreadable', false],
    ['no error at all', 'broken', 'unreadable', false],
  ])('%s', (_, fault, kind, again) => {
    expect(storeErrorOf(fault).kind).toBe(kind);
    expect(mayGoBetter(fault)).toBe(again);
  });

  test('is what caused it, however it is wrapped', () => {
    const wrapped = new Dexie.AbortError('aborted', dom('QuotaExceededError'));
    expect(storeErrorOf(wrapped).kind).toBe('disk-full');
    expect(mayGoBetter(wrapped)).toBe(false);
    const bulk = new Dexie.BulkError('1 of 2 failed', [dom('DataError')]);
    expect(storeErrorOf(bulk).kind).toBe('disk-full');
    expect(faultKind(new Error('outer', { cause: dom('TimeoutError') }))).toBe('silent');
  });

  test('is described without its message, which may quote a deal', () => {
    const { detail } = storeErrorOf(new Dexie.AbortError('Deal 4711', dom('UnknownError')));
    expect(detail).toBe('AbortError < UnknownError');
  });
});
