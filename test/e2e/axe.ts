import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} satisfies RunOptions;

/**
 * What axe finds wrong on a page, one line each (`rule: element: why`); contrast is among its rules.
 * The source is evaluated rather than added as a script element, which an extension page's policy refuses.
 * Throws when axe looked at nothing.
 */
export async function findAxeViolations(page: Page, within = 'body'): Promise<readonly string[]> {
  await page.evaluate(`${SOURCE};undefined`);
  const results = await page.evaluate(
    ([selector, options]) => {
      // Put there by the line above.
      const { axe } = globalThis as unknown as {
        axe: { run: (where: string, how: object) => Promise<AxeResults> };
      };
      return axe.run(selector, options);
    },
    [within, RULES] as const,
  );
  if (results.passes.length === 0) throw new Error(`axe found nothing to look at in ${within}`);
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary ?? rule.help}`),
  );
}

/**
 * The same in light and dark, on a wide window and on a narrow one, in which tables scroll by themselves and the page
 * does not: a page that is wider than its window is a line of its own. The page is left as it was found.
 */
export async function findAxeViolationsInAllLooks(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of [1280, 420]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
    // A chart takes its new width a moment later.
    const fits = await page
      .waitForFunction((most) => document.documentElement.scrollWidth <= most, width, { timeout: 5000 })
      .then(
        () => true,
        () => false,
      );
    if (!fits) found.push(`${width}: the page is wider than its window`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(coloursAtRest);
      const lines = await findAxeViolations(page);
      found.push(...lines.map((line) => `${width}, ${colorScheme}: ${line}`));
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** Runs in the page: waits until no colour is on its way to another any more. */
async function coloursAtRest(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changes.map(({ finished }) => finished));
}
