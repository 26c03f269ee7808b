import { useMemo } from 'react';
import type { Deal } from '../../../lib/deal/deal';
import type { Verdict } from '../../../lib/deal/verdict';
import { attemptOf } from '../../../lib/handoff/attempt-of';
import type { HandoffRow } from '../../../lib/handoff/handoff-row';
import { t } from '../../../lib/i18n/i18n';
import { usePlatform } from '../../hooks/platform';
import { useLive } from '../../hooks/use-live';
import css from './pass.module.css';
import { PassView } from './PassView';
import { VerdictLine } from './VerdictLine';

/** A deal's handoffs, each with its audit list and what was said of it; or what is missing for any to be found. */
export function DealHandoffs({ deal }: { deal: Deal }) {
  const platform = usePlatform();
  const rows = useLive(useMemo(() => platform.handoffsOf(deal.key), [platform, deal.key]));
  const all = useLive(platform.verdicts);
  const processes = useLive(platform.processes);
  // Whoever shows them has them found anew: a verdict that is given here decides here.
  useLive(platform.handoffGlance);
  if (rows === undefined || all === undefined || processes === undefined) return null;
  const verdicts = numbered(
    all.filter((verdict) => verdict.deal === deal.key),
    rows,
  );
  // What was said of a pass that is not found any more is not lost.
  const loose = verdicts.filter(({ attempt }) => rows.every((row) => row.attempt !== attempt));
  const people = processes.flatMap((process) => process.people).filter((person) => person.roles.length > 0);
  const roles = new Set(people.flatMap((person) => person.roles));
  const known = new Set(people.map(({ name }) => name));
  const hasRoles = roles.has('sdr') && roles.has('ae');
  return (
    <div data-testid="deal-handoffs">
      {rows.length === 0 && (
        <p className={css.grey}>
          {hasRoles ? t('pass.none') : t('pass.noRoles')}{' '}
          <a className={css.link} href="#/settings?at=process">
            {t('pass.toSettings')}
          </a>
        </p>
      )}
      {rows.map((row) => (
        <PassView
          key={row.key}
          row={row}
          isStale={deal.seenAt > row.seenAt}
          roleless={[row.from, row.to].filter((name) => name !== null).filter((name) => !known.has(name))}
          verdicts={verdicts.filter(({ attempt }) => attempt === row.attempt).map(({ verdict }) => verdict)}
        />
      ))}
      {loose.map(({ verdict }) => (
        <VerdictLine key={verdict.at} verdict={verdict} />
      ))}
    </div>
  );
}

/** Each verdict with the number that its pass has by now, as it decides there. */
function numbered(
  verdicts: readonly Verdict[],
  rows: readonly HandoffRow[],
): readonly { readonly verdict: Verdict; readonly attempt: number }[] {
  const passes = rows.map(({ attempt, passedNotBefore, passedAt }) => ({
    attempt,
    at: { from: Date.parse(passedNotBefore), to: Date.parse(passedAt) },
  }));
  return verdicts.map((verdict) => {
    const within = Date.parse(verdict.passedAt ?? verdict.at);
    return { verdict, attempt: attemptOf({ attempt: verdict.attempt, within }, passes) };
  });
}
