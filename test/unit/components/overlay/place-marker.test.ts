import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../components/overlay/box';
import { placeMarker, type MarkerSpot, type RowRoom } from '../../../../components/overlay/place-marker';

const box = (left: number, right: number, top = 100, bottom = 118): Box => ({ left, right, top, bottom });

/** A row 1000 px wide and 38 high: a name in a cell of 330 px, and a stage in the next. */
const room = (change: Partial<RowRoom> = {}): RowRoom => ({
  row: box(0, 1000, 90, 128),
  bounds: box(0, 1000, 0, 600),
  name: box(20, 120),
  cell: box(0, 330, 90, 128),
  taken: [box(20, 120), box(350, 420), box(700, 780)],
  width: 68,
  small: 24,
  height: 24,
  isFreeOutside: () => false,
  ...change,
});

const covers = ({ left, top, width }: MarkerSpot, taken: readonly Box[]): boolean =>
  taken.some(
    (one) => one.left < left + width && one.right > left && one.top < top + 18 && one.bottom > top + 6,
  );

describe('placeMarker', () => {
  it('stands at the end of the name’s cell, so that the markers of a column align', () => {
    expect(placeMarker(room())).toEqual({ left: 330 - 10 - 68, top: 97, width: 68, free: true });
  });

  it('stands right after the name where the cell has no end of its own', () => {
    const { cell: _, ...open } = room();
    expect(placeMarker(open)).toEqual({ left: 126, top: 97, width: 68, free: true });
  });

  it('leaves its text out where the name’s cell has room for a sign only, and stands below the others', () => {
    const long = room({ name: box(20, 280), taken: [box(20, 280), box(350, 420)] });
    expect(placeMarker(long)).toEqual({ left: 330 - 10 - 24, top: 97, width: 24, free: true });
  });

  it('stands between a name that fills its column and the next column’s text, and in no other column', () => {
    const longest = room({ name: box(20, 318), taken: [box(20, 318), box(350, 420), box(700, 780)] });
    expect(placeMarker(longest)).toEqual({ left: 322, top: 97, width: 24, free: true });
  });

  it('goes to the left gutter where neither the cell nor the name leaves room', () => {
    const tight = {
      taken: [box(100, 320), box(335, 1000)],
      row: box(100, 1000, 90, 128),
      name: box(100, 320),
    };
    const spot = placeMarker(room({ ...tight, cell: box(100, 330, 90, 128), isFreeOutside: () => true }));
    expect(spot).toEqual({ left: 72, top: 97, width: 24, free: true });
  });

  it('never leaves the window for a gutter', () => {
    const full = room({ name: box(0, 330), taken: [box(0, 330), box(335, 1000)], isFreeOutside: () => true });
    expect(placeMarker(full).free).toBe(false);
  });

  it('takes the nearest gap of the row where the name’s cell is full and no gutter is free', () => {
    const full = room({ name: box(20, 325), taken: [box(20, 325), box(330, 420), box(700, 780)] });
    expect(placeMarker(full)).toEqual({ left: 424, top: 97, width: 24, free: true });
  });

  it('takes no room that the row’s scroller cuts off', () => {
    const cut = room({
      row: box(350, 1250, 90, 128),
      name: box(1118, 1240),
      cell: box(1118, 1300, 90, 128),
      taken: [box(385, 458), box(568, 653), box(752, 822), box(935, 1046), box(1118, 1240), box(1300, 1400)],
    });
    const spot = placeMarker(cut);
    expect(spot).toMatchObject({ left: 1118 - 4 - 24, width: 24, free: true });
  });

  it('keeps off a second line of text above the name’s last', () => {
    const two = room({ name: box(20, 90, 112, 130), taken: [box(20, 330, 94, 112), box(20, 90, 112, 130)] });
    const spot = placeMarker(two);
    expect(spot.free).toBe(true);
    expect(covers(spot, two.taken)).toBe(false);
  });

  it('stands at the end of another line of a card whose name fills its own', () => {
    const card = {
      row: box(0, 250, 90, 190),
      name: box(10, 244, 96, 114),
      cell: box(10, 244, 96, 114),
      taken: [box(10, 244, 96, 114), box(10, 120, 124, 142), box(10, 244, 152, 170)],
      isFreeOutside: () => true,
    };
    const spot = placeMarker(room(card));
    expect(spot).toEqual({ left: 250 - 10 - 24, top: 121, width: 24, free: true });
    expect(covers(spot, card.taken)).toBe(false);
  });

  it('says so when it had to cover something', () => {
    expect(placeMarker(room({ name: box(0, 1000), taken: [box(0, 1000)] })).free).toBe(false);
  });

  it('covers no text when it calls a place free, whatever the row looks like', () => {
    const word = fc
      .tuple(fc.integer({ min: 0, max: 950 }), fc.integer({ min: 5, max: 300 }))
      .map(([left, width]) => box(left, Math.min(left + width, 1000)));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat({ max: 11 }), (taken, at) => {
        const name = taken[at % taken.length];
        const spot = placeMarker(
          room({ taken, ...(name && { name, cell: box(name.left, name.right + 60) }) }),
        );
        expect(spot.left).toBeGreaterThanOrEqual(0);
        expect(spot.left + spot.width).toBeLessThanOrEqual(1000);
        if (spot.free) expect(covers(spot, taken)).toBe(false);
      }),
    );
  });
});
