import type { Session } from '../browser/devtools';
import { evaluate, until } from '../browser/evaluate';
import { urlOf } from '../browser/extension-copy';
import { openPage, quiet } from '../browser/targets';
import { oursAt } from '../copies';
import { type Row, sizeRow, timeRow } from '../row';
import { inTurns } from '../statistics';
import type { Bench, BrowserMeasure } from './measure';

/** Ten times the deals, and some more for what does not fit into the processor's caches any more. */
const GROWTH = 13;
/** A page stands still for anybody who types, longer than this. */
const LONG_MS = 50;

/** Views that read every deal with its past, each with what is there once it has. */
const VIEWS = [
  { name: 'forecast', hash: '#/forecast', sign: '[data-testid="landing"]' },
  { name: 'coverage', hash: '#/coverage', sign: '[data-testid="coverage-table"] tr[data-scope]' },
] as const;

interface Look {
  readonly ms: number;
  /** Tasks of the page's own thread above {@link LONG_MS}, from when it was first painted to the figures. */
  readonly longTasks: number;
}

/**
 * Views of the dashboard that gather or learn from all deals with their past: how long until the figures stand there, and
 * whether the page stood still meanwhile.
 */
export const views: BrowserMeasure = {
  name: 'views',
  in: 'browser',
  async run(bench) {
    const rows: Row[] = [];
    for (const view of VIEWS) rows.push(...(await compare(bench, view)));
    return rows;
  },
};

async function compare(bench: Bench, view: (typeof VIEWS)[number]): Promise<readonly Row[]> {
  const [large, smaller] = [bench.sizes.at(-1) ?? '1k', bench.sizes.at(-2) ?? '1k'];
  const rounds = Math.min(3, bench.pairs);
  bench.say(`Opening the view ${view.name} at ${smaller} and ${large}: ${rounds} rounds …`);
  let longTasks = 0;
  const look = (size: typeof large) => async () => {
    const seen = await open(bench, urlOf(oursAt(size), `dashboard.html${view.hash}`), view.sign);
    if (size === large) longTasks = Math.max(longTasks, seen.longTasks);
    return seen.ms;
  };
  const times = await inTurns({ large: look(large), smaller: look(smaller) }, rounds);
  const name = `views/${view.name}/${large}`;
  return [
    timeRow(`${name}/vs-${smaller}`, { ours: times.large, baseline: times.smaller, budget: GROWTH }),
    sizeRow(`${name}/long-tasks`, { value: longTasks, unit: 'tasks', budget: 0 }),
  ];
}

async function open({ chromium }: Bench, url: string, sign: string): Promise<Look> {
  await quiet(chromium);
  const page = await openPage(chromium, url, watchTasks);
  try {
    const found = await until(async () => {
      const at = await evaluate<number>(
        page,
        `document.querySelector(${JSON.stringify(sign)}) === null ? 0 : performance.now()`,
      ).catch(() => 0);
      return at > 0 ? at : undefined;
    }, `${url} does not show its figures`);
    const longTasks = await evaluate<number>(
      page,
      `(() => {
        const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        return stafetLongTasks.filter((start) => start > painted).length;
      })()`,
    );
    return { ms: found, longTasks };
  } finally {
    await page.close();
  }
}

/** Notes when each long task of the page begins. */
async function watchTasks(page: Session): Promise<void> {
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `globalThis.stafetLongTasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries())
          if (duration > ${LONG_MS}) stafetLongTasks.push(startTime);
      }).observe({ type: 'longtask', buffered: true });`,
  });
}
