import type { Browser, CDPSession } from '@playwright/test';

/** What a trace says of one stretch of work. Times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  /** `X`: a stretch with a beginning and a length. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the processor that the thread really had; on a busy machine less than `dur`. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'toplevel',
];
/** Of millions of events the few that matter here. */
const KEPT =
  /^(?:RunTask|FunctionCall|EvaluateScript|BlinkScheduler_PerformMicrotaskCheckpoint|MinorGC|MajorGC|V8\.GC.*|long:.*)$/;

/** Records what the browser does meanwhile. */
export async function recordTrace(
  browser: Browser,
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const cdp = await browser.newBrowserCDPSession();
  try {
    const events: TraceEvent[] = [];
    cdp.on('Tracing.dataCollected', ({ value }) => {
      // The protocol does not describe the events.
      for (const event of value as unknown as TraceEvent[]) if (KEPT.test(event.name)) events.push(event);
    });
    await cdp.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    });
    try {
      await work();
    } finally {
      await ended(cdp);
    }
    return events;
  } finally {
    await cdp.detach();
  }
}

async function ended(cdp: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => void cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
}
