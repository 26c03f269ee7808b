import { describe, expect, it } from 'vitest';
import { layoutAdapter } from '../../../../lib/crm/generic/layout-adapter';
import type { Layout, Place, PlacedField, PlacedRow } from '../../../../lib/crm/layout';
import { layouts } from '../../../../lib/crm/layouts';
import { drawnPages } from '../../../pages/draw/drawn';
import { expectPage } from './expect-page';

/** A layout that gets the rows of lists and boards wrong in one way. */
function planted(layout: Layout, wrong: (row: PlacedRow, nth: number) => PlacedRow): Layout {
  return {
    ...layout,
    *rows(page, kind) {
      const found = yield* layout.rows(page, kind);
      return typeof found === 'string' ? found : { ...found, rows: found.rows.map(wrong) };
    },
  };
}

function withPlace(row: PlacedRow, field: PlacedField, place: Place | undefined): PlacedRow {
  if (place === undefined) return row;
  return { ...row, labelled: [], places: new Map([...row.places, [field, place]]) };
}

/** Cells of a row, or the parts of a card, in their order. */
function partsOf({ element }: PlacedRow): readonly Element[] {
  const cells = [...element.querySelectorAll('td,[role=gridcell],lyte-exptable-td')];
  return cells.length > 0 ? cells : [...element.querySelectorAll('span,div')];
}

/** The fourth amount of a row is somebody's: whatever stands behind the first one. */
function otherAmount(row: PlacedRow): Element | undefined {
  const amounts = partsOf(row).filter((part) =>
    /^[₹€$]\s?[\d.,]+$|^[\d.,\s]+\s?(?:€|kr\.)$/u.test(part.textContent?.trim() ?? ''),
  );
  return amounts.find((part) => part.textContent !== amounts[0]?.textContent);
}

const bad = {
  'takes a column by its position': (row: PlacedRow) => withPlace(row, 'amount', partsOf(row)[3]),
  'takes the weighted amount': (row: PlacedRow) => withPlace(row, 'amount', otherAmount(row)),
  'takes a counter for the id': (row: PlacedRow, nth: number) => ({
    ...row,
    id: String(nth + 1),
    url: `https://crm.example.com/${nth}`,
  }),
};

describe.each(Object.entries(bad))('a reader that %s', (_, wrong) => {
  it.each(layouts)('is found out on the pages of $label', (layout) => {
    const adapter = layoutAdapter(planted(layout, wrong));
    const pages = drawnPages.filter(
      ({ crm, expected }) =>
        crm === layout.crm &&
        expected.result === 'deals' &&
        expected.kind !== 'record' &&
        expected.deals?.length !== 0,
    );
    expect(pages.length).toBeGreaterThan(1);
    const failed = pages.filter((page) => !passes(() => expectPage(adapter, page)));
    expect(failed.map(({ name }) => name)).not.toEqual([]);
  });
});

it('and the readers themselves are not', () => {
  const layout = layouts[0];
  const page = drawnPages[0];
  if (layout === undefined || page === undefined) throw new Error('There are none.');
  expect(passes(() => expectPage(layoutAdapter(planted(layout, (row) => row)), page))).toBe(true);
});

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
