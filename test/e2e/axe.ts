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
