import { useMemo, useState } from 'react';
import type { PassFilter } from '../../lib/handoff/is-chosen';
import type { PassesQuery, Shown } from '../../lib/handoff/passes-shown';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import type { LeadsQuery } from '../../lib/handoff/leads/leads-shown';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useHash } from '../hooks/use-hash';
import { useKept } from '../hooks/use-kept';
import { useLive } from '../hooks/use-live';
import { CompletenessLine } from '../pipeline/CompletenessLine';
import { useFormat } from '../ui/format-context';
import { type Group, GroupsSection } from './GroupsSection';
import { HandoffControls, kept } from './HandoffControls';
import { handoffHash, parseHandoffHash, type HandoffChoice } from './handoff-hash';
import { handoffPeriods, periodOf, type ShownPeriod } from './handoff-periods';
import { handoffSentence } from './handoff-sentence';
import css from './HandoffsView.module.css';
import { IndexSection } from './IndexSection';
import { LeadsPanel } from './leads/LeadsPanel';
import { LeadsSection } from './leads/LeadsSection';
import type { OpenLeads } from './leads/open-leads';
import { MissingNotes } from './MissingNotes';
import { MonthsSection } from './MonthsSection';
import { OddCases } from './OddCases';
import { PassesPanel } from './PassesPanel';
import { ReturnsSection } from './ReturnsSection';
import { SourcesSection } from './SourcesSection';
import { useHandoffs, useLeads, usePasses } from './use-handoffs';
import { WaitingSection } from './WaitingSection';

/** How well the baton passes: who waits, what was accepted, how complete and how fast, what came back and why. */
export function HandoffsView({ hash }: { hash: string }) {
  const platform = usePlatform();
  const format = useFormat();
  const [, goTo] = useHash();
  const glance = useLive(platform.glance);
  const settings = useLive(platform.settings);
  const error = useLive(platform.error);
  const choice = useMemo(() => parseHandoffHash(hash), [hash]);
  const periods = useMemo(
    () => (settings === undefined ? [] : handoffPeriods(format.today, settings.fiscal, format)),
    [format, settings],
  );
  const period = periodOf(periods, choice.period);
  const [group, setGroup] = useState<Group>('sdr');
  const withPairs = group === 'pair';
  const report = useKept(
    useHandoffs(period && { period: spanOf(period), filter: choice.filter, ...(withPairs && { withPairs }) }),
  );
  // While a new choice is worked out, the figures of the one before stand there under their own name.
  const told = report && periods.find((one) => isSpan(one, report.query.period));
  const isOfChoice =
    report !== undefined && told === period && sameFilter(report.query.filter, choice.filter);
  const asked = passesAsked(choice, period);
  const passes = usePasses(asked);
  const askedLeads = leadsAsked(choice, period);
  const leadList = useLeads(askedLeads);
  const openLeads: OpenLeads = (leads, of = {}) => handoffHash({ ...kept(choice), leads, ...of });
  const isEmpty = glance?.deals === 0;
  const change = (to: HandoffChoice) => goTo(handoffHash(to));
  const open = (show: Shown, of: PassFilter = {}, more: { month?: string; reason?: string } = {}) =>
    handoffHash({ ...kept(choice), show, of, ...more });
  // While it is not as old as a decision may take, some of the period's passes are still to be decided.
  const isMaturing = report !== undefined && report.measures.undecided > 0;
  // Leads may be here before any deal is.
  const isThere = report !== undefined && period !== undefined && (!isEmpty || report.leads.leads > 0);
  return (
    <div className={css.view} data-testid="view-handoffs" aria-busy={!isEmpty && !isOfChoice}>
      <div className={css.head}>
        <h1>{isThere ? handoffSentence(report, told ?? period, format) : t('nav.handoffs')}</h1>
        <p>
          <CompletenessLine glance={glance} failed={error !== undefined} />
        </p>
      </div>
      {isEmpty && <p className={css.empty}>{t('handoffs.noDeals')}</p>}
      {!isEmpty && report === undefined && (
        <p className={css.quiet} role="status">
          {t(error === undefined ? 'handoffs.finding' : 'handoffs.failed')}
        </p>
      )}
      {isThere && (
        <>
          <HandoffControls
            choice={choice}
            periods={periods}
            period={period}
            choices={report.choices}
            onChange={change}
          />
          {asked !== undefined && (
            <PassesPanel key={JSON.stringify(asked)} list={passes} onClose={() => change(kept(choice))} />
          )}
          {askedLeads !== undefined && (
            <LeadsPanel
              key={JSON.stringify(askedLeads)}
              list={leadList}
              onClose={() => change(kept(choice))}
            />
          )}
          {!isEmpty && (
            <>
              <MissingNotes missing={report.missing} />
              <div className={css.columns}>
                <WaitingSection report={report} />
                <IndexSection report={report} open={open} isMaturing={isMaturing} />
              </div>
              <MonthsSection report={report} open={(show, month) => open(show, {}, { month })} />
              <div className={css.columns}>
                <ReturnsSection report={report} open={(reason) => open('returned', {}, { reason })} />
                <RulesNote report={report} />
              </div>
              <SourcesSection report={report} isMaturing={isMaturing} open={open} />
            </>
          )}
          <LeadsSection leads={report.leads} open={openLeads} />
          {!isEmpty && (
            <GroupsSection
              report={report}
              group={group}
              onGroup={setGroup}
              isMaturing={isMaturing}
              open={open}
            />
          )}
        </>
      )}
    </div>
  );
}

/** By which rules the figures are made. */
function RulesNote({ report: { rules } }: { report: HandoffReport }) {
  const format = useFormat();
  return (
    <section className={css.part} aria-labelledby="handoffs-rules">
      <div className={css.sub}>
        <h2 id="handoffs-rules">{t('handoffs.rules')}</h2>
      </div>
      <p className={css.quiet}>
        {rules.from === undefined
          ? t('handoffs.usualRules')
          : t('handoffs.rulesFrom', { day: format.dateWithYear(rules.from) })}{' '}
        {t('handoffs.rulesSay', {
          days: format.count(rules.decideWithinDays),
          hours: format.decimal(String(rules.touchWithinHours)),
        })}{' '}
        <a className={css.link} href="#/settings?at=process">
          {t('handoffs.changeRules')}
        </a>
      </p>
      <p className={css.quiet}>{t('handoffs.howShrunk')}</p>
      <OddCases />
    </section>
  );
}

/** What the open figure asks for: its own part within what the view shows. */
function passesAsked(
  { filter, show, of, month, reason }: HandoffChoice,
  period: { readonly start: string; readonly end: string } | undefined,
): PassesQuery | undefined {
  if (show === undefined || period === undefined) return undefined;
  const days = month === undefined ? spanOf(period) : daysOf(month);
  return { period: days, filter: { ...filter, ...of }, show, reason };
}

/** The same of leads. */
function leadsAsked(
  { leads, by, name, month }: HandoffChoice,
  period: { readonly start: string; readonly end: string } | undefined,
): LeadsQuery | undefined {
  if (leads === undefined || period === undefined) return undefined;
  return { period: month === undefined ? spanOf(period) : daysOf(month), show: leads, by, of: name };
}

function spanOf({ start, end }: { readonly start: string; readonly end: string }) {
  return { start, end };
}

function isSpan(shown: ShownPeriod, { start, end }: { readonly start: string; readonly end: string }) {
  return shown.start === start && shown.end === end;
}

function sameFilter(one: PassFilter, other: PassFilter): boolean {
  return handoffHash({ filter: one, of: {} }) === handoffHash({ filter: other, of: {} });
}

function daysOf(month: string) {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return { start: first.toString(), end: first.add({ months: 1 }).toString() };
}
