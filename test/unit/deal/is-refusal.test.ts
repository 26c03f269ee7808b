import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../lib/deal/is-refusal';

describe('isRefusal', () => {
  it('tells what the store did not keep from what a page did not show', () => {
    expect(['row-refused', 'amount-inexact', 'reading-refused'].every(isRefusal)).toBe(true);
    expect(['row-unreadable', 'toString', ''].some(isRefusal)).toBe(false);
  });
});
