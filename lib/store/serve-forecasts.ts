import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import type { TrackRecord } from '../forecast/record/track-record';
import type { Progress } from '../forecast/record/walk-past';
import type { ForecastReport } from '../forecast/report';
import type { WhatIfDesk } from '../forecast/what-if/what-if-desk';
import type { WhatIfQuestion, WhatIfReport } from '../forecast/what-if/what-if-report';
import { type Database, openDatabase } from './database';
import type { Zoned } from './each-deal';
import { Home } from './home';
import type { ForecastGlance } from '../pipeline/forecast-glance';
import { type ForecastQuery, learnForecast } from './read-forecast';
import { readForecastGlance } from './read-forecast-glance';
import { readRecord } from './read-record';
import { readMark, type StateMark } from './read-state';
import { rowsToFreeze } from './rows-to-freeze';
import { saidBy } from './said-by';

/** What a page may ask its forecast worker for. */
export type ForecastAsk =
  /** All that the dashboard shows of it. */
  | { readonly kind: 'report'; readonly query: ForecastQuery & Zoned & { readonly now: string } }
  /** How good those of the past have been; told how far it has come in between. */
  | { readonly kind: 'record'; readonly query: ForecastQuery & Zoned & { readonly now: string } }
  /** What popup and badge show of it. `now`: ISO 8601 UTC. */
  | { readonly kind: 'glance'; readonly today: string; readonly now: string; readonly zone: string }
  /** What would be if, from what was learned for the last report. */
  | { readonly kind: 'what-if'; readonly question: WhatIfQuestion };

/** What comes of it. */
export type ForecastAnswer<Ask extends ForecastAsk> = Ask['kind'] extends 'report'
  ? ForecastReport
  : Ask['kind'] extends 'record'
    ? TrackRecord
    : Ask['kind'] extends 'what-if'
      ? WhatIfReport | undefined
      : ForecastGlance | undefined;

export interface ForecastCall {
  readonly id: number;
  readonly ask: ForecastAsk;
  /** What `storage.local` says of where the store lives: a worker cannot ask. */
  readonly home: Readonly<Record<string, unknown>>;
}

/** What the worker says; `fault` is the name and the message of what went wrong, never a deal's text. */
export type ForecastReply = { readonly id: number } & (
  | { readonly answer: ForecastReport | TrackRecord | ForecastGlance | WhatIfReport | undefined }
  | { readonly progress: Progress }
  /** What the page is to have stored, before the answer. */
  | { readonly frozen: readonly FrozenForecast[]; readonly learnedFrom: StateMark }
  | { readonly fault: { readonly name: string; readonly message: string } }
);

/** The worker's own end of the line. */
interface Line {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: ForecastReply): void;
}

/**
 * Answers a page's questions, reading the store itself, one reading after the other. What would be if is answered at once,
 * also while the store is read anew.
 */
export function serveForecasts(line: Line): void {
  let desk: WhatIfDesk | undefined;
  let last: Promise<void> = Promise.resolve();
  const read = async (id: number, ask: Reading, home: ForecastCall['home']) => {
    // Open while it is read only: an open database is in the way of whoever has to replace it.
    const database = openDatabase('stafet', new Home({ local: () => saidBy(home) }));
    try {
      const learnedFrom = await readMark(database);
      const moment = ask.kind === 'glance' ? ask : ask.query;
      return await answerTo(ask, database, {
        onProgress: (progress) => line.postMessage({ id, progress }),
        onReport: async (report) => {
          const frozen = await rowsToFreeze(database, report.frozen, moment);
          if (frozen.length > 0 && learnedFrom !== undefined) line.postMessage({ id, frozen, learnedFrom });
        },
        onLearned: (learned) => (desk = learned),
      });
    } finally {
      database.close();
    }
  };
  const answer = async ({ id, ask, home }: ForecastCall): Promise<void> => {
    try {
      const found = ask.kind === 'what-if' ? desk?.answer(ask.question) : await read(id, ask, home);
      line.postMessage({ id, answer: found });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      line.postMessage({ id, fault: { name, message } });
    }
  };
  line.addEventListener('message', ({ data }) => {
    // Only the page that made the worker can send to it.
    const call = data as ForecastCall;
    if (call.ask.kind === 'what-if') void answer(call);
    else last = last.then(() => answer(call));
  });
}

type Reading = Exclude<ForecastAsk, { kind: 'what-if' }>;

interface Meanwhile {
  readonly onProgress: (progress: Progress) => void;
  readonly onReport: (report: ForecastReport) => Promise<void>;
  readonly onLearned: (desk: WhatIfDesk) => void;
}

async function answerTo(ask: Reading, database: Database, { onProgress, onReport, onLearned }: Meanwhile) {
  switch (ask.kind) {
    case 'report': {
      const { report, desk } = await learnForecast(database, ask.query);
      onLearned(desk);
      await onReport(report);
      return report;
    }
    case 'record':
      return readRecord(database, ask.query, onProgress);
    case 'glance':
      return readForecastGlance(database, ask, onReport);
  }
}
