import type { FrozenForecast } from '../forecast/record/frozen-forecast';
import type { TrackRecord } from '../forecast/record/track-record';
import type { Progress } from '../forecast/record/walk-past';
import type { ForecastReport } from '../forecast/report';
import type { WhatIfDesk } from '../forecast/what-if/what-if-desk';
import type { WhatIfQuestion, WhatIfReport } from '../forecast/what-if/what-if-report';
import type { Database } from './database';
import type { Zoned } from './each-deal';
import type { ForecastGlance } from '../pipeline/forecast-glance';
import { type ForecastQuery, learnForecast } from './read-forecast';
import { readForecastGlance } from './read-forecast-glance';
import { readRecord } from './read-record';
import { readMark, type StateMark } from './read-state';
import { rowsToFreeze } from './rows-to-freeze';
import { type Line, serveAsks } from './serve-asks';

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

/** What the worker says before its answer. */
export type ForecastNote =
  | { readonly progress: Progress }
  /** What the page is to have stored. */
  | { readonly frozen: readonly FrozenForecast[]; readonly learnedFrom: StateMark };

/** Answers a page's questions. What would be if is answered at once, also while the store is read anew. */
export function serveForecasts(line: Line): void {
  let desk: WhatIfDesk | undefined;
  serveAsks<ForecastAsk, ForecastNote>(line, {
    atOnce: (ask) => (ask.kind === 'what-if' ? { answer: desk?.answer(ask.question) } : undefined),
    read: async (ask, database, tell) => {
      if (ask.kind === 'what-if') return undefined;
      const learnedFrom = await readMark(database);
      const moment = ask.kind === 'glance' ? ask : ask.query;
      return answerTo(ask, database, {
        onProgress: (progress) => tell({ progress }),
        onReport: async (report) => {
          const frozen = await rowsToFreeze(database, report.frozen, moment);
          if (frozen.length > 0 && learnedFrom !== undefined) tell({ frozen, learnedFrom });
        },
        onLearned: (learned) => (desk = learned),
      });
    },
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
