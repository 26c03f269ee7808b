import type { BrowserContext, Page } from '@playwright/test';
import type { LongPages } from './serve-long';

/** Which list is shown. */
export type ListKind = 'table' | 'virtual';

/** What the page says of itself. */
export interface LongWindow {
  readonly long: {
    readonly go: (path: string) => void;
    readonly answerAfter: (ms: number) => void;
    readonly list: () => {
      readonly scroller: () => HTMLElement;
      readonly replace: () => void;
      readonly sort: (step: number) => void;
      readonly revise: (rows: number) => void;
      readonly order: () => readonly { readonly number: number; readonly revision: number }[];
    };
    readonly play: (seconds: number) => Promise<number>;
    readonly measure: (step: Render, how: { times: number; pauseMs: number }) => Promise<readonly number[]>;
  };
  readonly seen: { readonly shift: number; readonly ourShift: number; readonly longTasks: number[] };
}

/** A way in which the page draws anew. */
export type Render = 'revise' | 'sort' | 'replace';

/** Opens a list and waits until its rows are drawn; from then on layout shifts and long tasks are counted. */
export async function openLong(context: BrowserContext, { url }: LongPages, kind: ListKind): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${url}/deals${kind === 'virtual' ? '?list=virtual' : ''}`);
  await page.locator('tbody a').first().waitFor();
  return page;
}

/* Runs in the page, and sees nothing of this file. */
function watch(): void {
  const seen = { shift: 0, ourShift: 0, longTasks: [] as number[] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as unknown as { value: number; sources: { node?: Node }[] };
      seen.shift += value;
      if (sources.some(({ node }) => node?.nodeName.startsWith('STAFET'))) seen.ourShift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask' });
}
