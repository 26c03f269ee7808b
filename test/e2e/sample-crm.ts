import { expect, type Page } from '@playwright/test';
import type { Extension } from './extension';

/** The pages of the sample CRM, as its user moves through them. */
export interface SampleCrm {
  /** Opens the list of open deals (or another view) and waits for its rows. */
  readonly openList: (view?: 'open' | 'won' | 'lost' | 'all') => Promise<void>;
  /** Ids of the deals that the list shows, in its order. */
  readonly shownIds: () => Promise<readonly string[]>;
  /** Goes to the next page of the list; false where this is the last one. */
  readonly nextPage: () => Promise<boolean>;
  /** Opens the record of a deal that the list shows. */
  readonly openRecord: (id: string) => Promise<void>;
}

/** A page object over a tab. `url` is the sample CRM's origin. */
export function sampleCrm(page: Page, url: string): SampleCrm {
  const links = page.locator('table.deals tbody td:first-child a');
  const shownIds = (): Promise<readonly string[]> =>
    links.evaluateAll((all) =>
      all.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-1) ?? ''),
    );
  return {
    shownIds,
    openList: async (view = 'open') => {
      await page.goto(`${url}/deals?view=${view}`);
      await links.first().waitFor();
    },
    nextPage: async () => {
      const next = page.locator('nav.pager a', { hasText: 'Next' });
      if ((await next.count()) === 0) return false;
      const [before = ''] = await shownIds();
      await next.click();
      await links.first().waitFor();
      await page.waitForFunction(
        (id) => !document.querySelector('table.deals tbody a')?.getAttribute('href')?.includes(`/${id}`),
        before,
      );
      return true;
    },
    openRecord: async (id) => {
      await page.locator(`table.deals a[href*="/deals/${id}"]`).first().click();
      await page.locator('main.record h1').waitFor();
    },
  };
}

/** Reads four pages at most of each list of the sample CRM, as a user who leafs through them. */
export async function readLists(stafet: Pick<Extension, 'table'>, page: Page, url: string): Promise<void> {
  for (const view of ['won', 'lost', 'open'] as const) {
    const crm = sampleCrm(page, url);
    await crm.openList(view);
    await expect
      .poll(async () =>
        (await stafet.table<{ outcome: string }>('deals')).some(({ outcome }) => outcome === view),
      )
      .toBe(true);
    for (let pages = 0; pages < 3 && (await crm.nextPage()); pages += 1) await page.waitForTimeout(700);
  }
}
