import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../../components/overlay/place-card';

const view = { width: 1280, height: 720 };
const marker = (left: number, top: number) => ({ left, top, right: left + 68, bottom: top + 20 });

describe('placeCard', () => {
  it('stands below what it explains', () => {
    expect(placeCard(marker(200, 100), { width: 288, height: 200 }, view)).toEqual({ left: 200, top: 126 });
  });

  it('stands above it near the window’s lower edge', () => {
    expect(placeCard(marker(200, 650), { width: 288, height: 200 }, view)).toEqual({ left: 200, top: 444 });
  });

  it('stays in a window that has room for it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 1400 }), fc.integer({ min: -100, max: 800 }), (left, top) => {
        const at = placeCard(marker(left, top), { width: 288, height: 300 }, view);
        expect(at.left).toBeGreaterThanOrEqual(8);
        expect(at.top).toBeGreaterThanOrEqual(8);
        expect(at.left + 288).toBeLessThanOrEqual(1272);
        expect(at.top + 300).toBeLessThanOrEqual(712);
      }),
    );
  });

  it('shows its beginning in a window that is too small', () => {
    expect(placeCard(marker(0, 0), { width: 400, height: 400 }, { width: 300, height: 200 })).toEqual({
      left: 8,
      top: 8,
    });
  });
});
