import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../../../lib/crm/sync/cursor';

describe('where a sync goes on', () => {
  it('is read as it was written', () => {
    const cursor = {
      phase: 'deals',
      place: '564300000000412001',
      done: 3,
      listed: undefined,
      seenAs: 'a1',
    } as const;
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
    const atItsEnd = { phase: 'done', place: undefined, done: 3, listed: 3, seenAs: undefined } as const;
    expect(readCursor(writeCursor(atItsEnd))).toEqual(atItsEnd);
  });

  it.each([
    undefined,
    '',
    '{"phase":"deals"',
    '[]',
    '{"phase":"people","done":1}',
    // Of the version before this one.
    '{"phase":"deals","after":500,"done":500,"seenAs":"a1"}',
  ])('is nowhere where %j tells none', (text) => {
    expect(readCursor(text)).toBeUndefined();
  });
});
