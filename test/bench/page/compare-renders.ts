import type { Page } from '@playwright/test';
import { timeRow, type Row } from '../row';
import { inTurns, median } from '../statistics';
import type { ListKind, LongWindow, Render } from './long-page';
import { recordTrace } from './record-trace';
import { tasksOf } from './tasks-of';

/** Both tabs: with and without the extension. */
export interface Tabs {
  readonly on: Page;
  readonly off: Page;
}

const BUDGET = 1.05;
/** A read begins after 200 ms of quiet: every second drawing comes in the middle of one. */
const PAUSES = [700, 260] as const;

/** How much longer a frame takes in which the page draws anew, by the processor's time of the task that draws. */
export async function compareRenders(
  kind: ListKind,
  tabs: Tabs,
  { pairs }: { readonly pairs: number },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const step of ['revise', 'sort', 'replace'] satisfies Render[]) {
    const times = await inTurns({ on: () => drawn(tabs.on, step), off: () => drawn(tabs.off, step) }, pairs);
    rows.push(timeRow(`page/${kind}/${step}`, { ours: times.on, baseline: times.off, budget: BUDGET }));
  }
  return rows;
}

async function drawn(page: Page, step: Render): Promise<number> {
  await page.bringToFront();
  const events = await recordTrace(browserOf(page), async () => {
    for (const pauseMs of PAUSES)
      await page.evaluate(
        async (how) => void (await (window as unknown as LongWindow).long.measure(how.step, how)),
        { step, times: 4, pauseMs },
      );
  });
  const tasks = tasksOf(events, 'long:render').filter(({ marks }) => marks.includes('long:render'));
  return median(tasks.map(({ cpuMs }) => cpuMs));
}

/** The browser of a page: the tracer speaks to all of it. */
export function browserOf(page: Page) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('This page has no browser of its own.');
  return browser;
}
