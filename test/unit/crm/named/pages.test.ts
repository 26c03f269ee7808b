import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { watchTouches } from '../../../../lib/crm/dom/touches';
import { layouts } from '../../../../lib/crm/layouts';
import { publishAdapters } from '../../../../lib/crm/late-adapters';
import { layoutAdapter } from '../../../../lib/crm/generic/layout-adapter';
import { adapterFor, scriptFor } from '../../../../lib/crm/registry';
import { drawnPages, filesOf } from '../../../pages/draw/drawn';
import { expectPage } from './expect-page';
import { lookAt, openPage } from './look-at';

const root = resolve(import.meta.dirname, '../../../pages');

describe('the stored pages', () => {
  it('are those that are drawn, to the letter', () => {
    for (const page of drawnPages) {
      const folder = join(root, page.crm, page.name);
      for (const [name, text] of Object.entries(filesOf(page)))
        expect(
          existsSync(join(folder, name)) && readFileSync(join(folder, name), 'utf8'),
          `${page.crm}/${page.name}/${name}: run npx tsx test/tools/draw-pages.ts`,
        ).toBe(text);
    }
    const stored = layouts.flatMap(({ crm }) => readdirSync(join(root, crm)).map((name) => `${crm}/${name}`));
    expect(stored.toSorted()).toEqual(drawnPages.map(({ crm, name }) => `${crm}/${name}`).toSorted());
  });
});

describe('a field that somebody has touched', () => {
  const inFields = drawnPages.filter(({ name }) => name === 'record-in-fields');

  it.each(inFields)('is not read on a record of $crm', (stored) => {
    const layout = layouts.find(({ crm }) => crm === stored.crm);
    if (layout === undefined) throw new Error(stored.crm);
    const page = openPage(stored);
    watchTouches(page.document, page.ended);
    const valuesOf = (now: string) => {
      const result = atOnce(layoutAdapter(layout).read({ ...page, now }));
      if (result.kind !== 'read') throw new Error(result.kind);
      return [result.deals[0]?.read.values.amount, result.problems.map(({ code }) => code)];
    };
    const [, amount] = [valuesOf(page.now), valuesOf('2027-03-01T08:31:00Z')];
    expect(amount).toEqual([expect.objectContaining({ decimal: '99999.00' }), []]);
    page.document
      .querySelector('input')
      ?.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(valuesOf('2027-03-01T08:32:00Z')).toEqual([undefined, ['unsaved-edits']]);
  });
});

describe.each(layouts)('$label', (layout) => {
  const adapter = layoutAdapter(layout);
  const pages = drawnPages.filter(({ crm }) => crm === layout.crm);

  it.each(pages)('$name', (page) => expectPage(adapter, page));

  it('is asked for by name on its pages, and by no other script', () => {
    publishAdapters([adapter]);
    for (const page of pages) {
      const opened = openPage(page);
      expect([scriptFor(opened), adapterFor(opened)?.crm], page.name).toEqual(['named', layout.crm]);
    }
  });

  it('gives a deal the same id wherever it is seen', () => {
    const ids = (kind: string) =>
      new Set(
        pages
          .filter(({ expected }) => expected.kind === kind && expected.result === 'deals')
          .flatMap((page) => {
            const result = lookAt(adapter, page);
            return result.kind === 'read' ? result.deals.flatMap(({ read: { id } }) => id ?? []) : [];
          }),
      );
    const [listed, carded, recorded] = [ids('list'), ids('board'), ids('record')];
    // Odoo's views show none.
    if (layout.crm !== 'odoo') expect([...listed]).toEqual(expect.arrayContaining([...recorded]));
    expect(recorded.size).toBe(1);
    if (carded.size > 0) expect([...carded].toSorted()).toEqual([...listed].toSorted());
  });
});
