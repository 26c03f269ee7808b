import { useDeferredValue, useMemo } from 'react';
import type { Deal } from '../../../lib/deal/deal';
import type { Settings } from '../../../lib/deal/settings';
import type { ForecastReport } from '../../../lib/forecast/report';
import type { WhatIf } from '../../../lib/forecast/what-if/what-if';
import { filterOfRule } from '../../../lib/pipeline/list/filter-of-rule';
import { scopeRule } from '../../../lib/pipeline/scope/scope-rule';
import { usePlatform, type Live } from '../../hooks/platform';
import type { DealList } from '../../../lib/pipeline/list/deal-list';
import { useKept } from '../../hooks/use-kept';
import { useLive } from '../../hooks/use-live';
import { useRows } from '../../hooks/use-rows';
import { useFormat } from '../../ui/format-context';

/** So many of those that most is expected of, and so many of those that a search finds. */
const topRows = 8;
const foundRows = 20;

export interface ShownDeals {
  /** Of which something is supposed first, then the others. */
  readonly keys: readonly string[];
  readonly deals: ReadonlyMap<string, Deal>;
  /** How many open deals a search has found; `undefined` where none was made. */
  readonly found: number | undefined;
}

/** Which open deals are listed: those with a supposition, and those that most is expected of or that a search finds. */
export function useShownDeals(given: {
  readonly report: ForecastReport;
  readonly nth: number;
  readonly settings: Settings;
  readonly whatIf: WhatIf;
  readonly search: string;
}): ShownDeals {
  const platform = usePlatform();
  const { locale } = useFormat();
  const { report, nth, settings, whatIf } = given;
  const search = useDeferredValue(given.search.trim());
  const { currency, today, scope } = report;
  const live = useMemo(() => {
    if (search === '') return noList;
    const filter = { outcome: 'open', search, ...filterOfRule(scopeRule(scope, settings.teams)) } as const;
    return platform.list({
      filter,
      sorting: { column: 'amount', descending: true },
      currency,
      today,
      locale,
    });
  }, [platform, search, scope, settings, currency, today, locale]);
  const list = useLive(live);
  const rows = useRows(useMemo(() => [...(list?.slots.subarray(0, foundRows) ?? [])], [list]));
  const hits = useMemo(
    () =>
      [...(list?.slots.subarray(0, foundRows) ?? [])].flatMap((slot) => {
        const deal = rows.get(slot);
        return deal === undefined ? [] : [deal];
      }),
    [list, rows],
  );
  const top = report.periods[nth]?.top;
  // One text, so that an equal choice is no new one.
  const text = [
    ...new Set([
      ...whatIf.deals.keys(),
      ...(search === '' ? (top ?? []).slice(0, topRows) : hits).map(({ key }) => key),
    ]),
  ].join('\n');
  const keys = useMemo(() => text.split('\n').filter(Boolean), [text]);
  const named = useKept(useLive(useMemo(() => platform.dealsOf(keys), [platform, keys])));
  const deals = useMemo(
    () => new Map([...hits.map((deal) => [deal.key, deal] as const), ...(named ?? [])]),
    [hits, named],
  );
  return useMemo(
    () => ({ keys, deals, found: search === '' ? undefined : list?.slots.length }),
    [keys, deals, search, list],
  );
}

const noList: Live<DealList> = { subscribe: () => () => {}, get: () => undefined };
