import type { Page } from '@playwright/test';
import { sizeRow, timeRow, type Row } from '../row';
import { inTurns, median } from '../statistics';
import { browserOf, type Tabs } from './compare-renders';
import type { ListKind, LongWindow } from './long-page';
import { recordTrace } from './record-trace';
import { tasksOf, type Task } from './tasks-of';

/** Budgets in milliseconds of the processor, which do not grow on a busy machine as those of the clock do. */
const SLICE = 8;
const LONG = 50;
const SLOWDOWN = 1.05;
/** One slice in a hundred may be longer: a collection of garbage falls into whoever happens to run. */
const ROBUST = 0.99;

export interface MinuteOptions {
  /** Of playing, for each tab, in all. */
  readonly seconds: number;
  readonly rounds: number;
}

/** What a minute of scrolling and drawing anew costs, played in turns with and without the extension. */
export async function compareMinutes(
  kind: ListKind,
  tabs: Tabs,
  { seconds, rounds }: MinuteOptions,
): Promise<Row[]> {
  const tasks = { on: [] as (readonly Task[])[], off: [] as (readonly Task[])[] };
  const each = seconds / rounds;
  const side = (name: keyof Tabs) => async (): Promise<number> => {
    const found = await played(tabs[name], each);
    tasks[name].push(found);
    return Math.max(...found.map(({ cpuMs }) => cpuMs));
  };
  // What is measured begins when the page has been read and everything has run once.
  for (const tab of [tabs.on, tabs.off]) await played(tab, 6);
  const before = { on: await seenBy(tabs.on), off: await seenBy(tabs.off) };
  const longest = await inTurns({ on: side('on'), off: side('off') }, rounds);
  const after = { on: await seenBy(tabs.on), off: await seenBy(tabs.off) };

  const all = tasks.on.flat();
  const slices = all.map(({ ownMs }) => ownMs).filter((ms) => ms > 0);
  if (slices.length < seconds)
    throw new Error(`In ${seconds} s the extension ran ${slices.length} times: it was not there.`);
  const row = (what: string, measured: Parameters<typeof sizeRow>[1]): Row =>
    sizeRow(`page/${kind}/${what}`, measured);
  const cpu = { unit: 'cpu-ms', budget: null };
  const oursLong = all.filter((task) => task.cpuMs > LONG && partOf(task) > SLICE);
  const share = (100 * slices.reduce((sum, ms) => sum + ms, 0)) / (seconds * 1000);
  const shifted = (what: 'shift' | 'ourShift', tab: keyof Tabs) => after[tab][what] - before[tab][what];
  return [
    timeRow(`page/${kind}/minute`, { ...redraws(tasks), budget: SLOWDOWN }),
    timeRow(`page/${kind}/scroll-frame`, {
      ours: tasks.on.map((round) => median(costsOf(round, 'long:scroll'))),
      baseline: tasks.off.map((round) => median(costsOf(round, 'long:scroll'))),
      budget: null,
    }),
    timeRow(`page/${kind}/collections`, {
      ours: tasks.on.map(collected),
      baseline: tasks.off.map(collected),
      budget: null,
    }),
    row('slice-p99', { value: quantile(slices, ROBUST), unit: 'cpu-ms', budget: SLICE }),
    row('slice-longest', { ...cpu, value: Math.max(...slices) }),
    row('long-tasks-of-ours', { value: oursLong.length, unit: 'tasks', budget: 0 }),
    row('longest-task', { ...cpu, value: Math.max(...longest.on), baseline: Math.max(...longest.off) }),
    row('own-share', { value: share, unit: '%', budget: null }),
    row('layout-shift-of-ours', { value: shifted('ourShift', 'on'), unit: 'score', budget: 0 }),
    row('layout-shift', {
      value: shifted('shift', 'on'),
      unit: 'score',
      budget: null,
      baseline: shifted('shift', 'off'),
    }),
  ];
}

/**
 * The extension's part in a task. A collection of garbage that the page's drawing has made due is done in whichever script
 * runs next, a callback of ours that does nothing, perhaps: in a task of the page's own it is nobody's, and the time of the
 * drawings judges it. A task without anything of the page is ours with all that is in it.
 */
function partOf({ marks, ownMs, ownCollectionMs }: Task): number {
  return marks.length > 0 ? ownMs - ownCollectionMs : ownMs;
}

function collected(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { collectionMs }) => sum + collectionMs, 0);
}

/** What all drawings of each round took: every round draws the same in the same order, as far as it gets. */
function redraws(tasks: Readonly<Record<keyof Tabs, readonly (readonly Task[])[]>>) {
  const costs = {
    on: tasks.on.map((round) => costsOf(round, 'long:render')),
    off: tasks.off.map((round) => costsOf(round, 'long:render')),
  };
  const sums = (name: keyof Tabs): number[] =>
    costs[name].map((drawings, round) => {
      const both = Math.min(costs.on[round]?.length ?? 0, costs.off[round]?.length ?? 0);
      return drawings.slice(0, both).reduce((sum, ms) => sum + ms, 0);
    });
  return { ours: sums('on'), baseline: sums('off') };
}

function costsOf(tasks: readonly Task[], mark: string): number[] {
  return tasks.filter(({ marks }) => marks.includes(mark)).map(({ cpuMs }) => cpuMs);
}

async function played(page: Page, seconds: number): Promise<readonly Task[]> {
  await page.bringToFront();
  const events = await recordTrace(browserOf(page), () =>
    page.evaluate(async (long) => {
      performance.mark('long:here');
      await (window as unknown as LongWindow).long.play(long);
    }, seconds),
  );
  return tasksOf(events, 'long:here');
}

function seenBy(page: Page): Promise<LongWindow['seen']> {
  return page.evaluate(() => (window as unknown as LongWindow).seen);
}

/** The value that this share of all values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
