import type { CSSProperties } from 'react';
import { filterOfScope } from '../../lib/handoff/filter-of-scope';
import type { Missing } from '../../lib/handoff/what-is-missing';
import type { Glance } from '../../lib/pipeline/glance';
import type { HandoffGlance } from '../../lib/pipeline/handoff-glance';
import { t } from '../../lib/i18n/i18n';
import { hoursText } from '../handoff/hours-text';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { periodText } from '../pipeline/period-text';
import { DashboardLink } from '../ui/DashboardLink';
import { useFormat } from '../ui/format-context';
import css from './HandoffLines.module.css';

/** Handoffs of the scope and period above: accepted, waiting, returned, how fast, how complete, and the trend. */
export function HandoffLines({ glance }: { glance: Glance }) {
  const format = useFormat();
  const found = useLive(usePlatform().handoffGlance);
  // Until it is of what is shown, there is none: nothing is shown as 0 that is not known.
  if (found === undefined || !isOf(found, glance)) return null;
  const { passes, missing } = found;
  const lacks = lacking(missing);
  const hash = (show?: string) => handoffsOf(glance.scope, show);
  const counts = [
    ['accepted', found.accepted, t('handoffs.accepted')],
    ['waiting', found.waiting, t('handoffs.waitingShort')],
    ['returned', found.returned, t('handoffs.returned')],
    ['lapsed', found.lapsed, t('handoffs.lapsed')],
  ] as const;
  return (
    <section aria-labelledby="handoffs">
      <h2 id="handoffs" className={css.title}>
        <b>
          <DashboardLink hash={hash()}>{t('handoffs.title')}</DashboardLink>
        </b>
        {passes > 0 && (
          <span>
            {t('handoffs.nPassed', passes, {
              count: format.count(passes),
              period: periodText(glance.period, format),
            })}
          </span>
        )}
      </h2>
      {passes === 0 ? (
        <p className={css.soft} data-testid="handoffs-none">
          {lacks === undefined ? t('handoffs.noneYet') : t(keys[lacks])}{' '}
          {lacks !== undefined && (
            <DashboardLink className={css.link} hash="#/settings?at=process">
              {t('handoffs.cure.roles')}
            </DashboardLink>
          )}
        </p>
      ) : (
        <>
          <div className={css.mix} aria-hidden="true">
            {counts.map(
              ([name, n]) =>
                n > 0 && <i key={name} className={css[name]} style={{ '--n': n } as CSSProperties} />,
            )}
          </div>
          <dl className={css.key}>
            {counts.map(
              ([name, n, label]) =>
                (name !== 'lapsed' || n > 0) && (
                  <div key={name} className={css[`of-${name}`]}>
                    <dt>{label} </dt>
                    <dd>
                      <DashboardLink
                        hash={hash(name === 'waiting' ? 'undecided' : name)}
                        data-testid={`handoffs-${name}`}
                      >
                        {format.count(n)}
                      </DashboardLink>
                    </dd>
                  </div>
                ),
            )}
          </dl>
          <dl className={css.trio}>
            <div>
              <dt>{t('handoffs.timeToAccept')}</dt>
              <dd data-testid="time-to-accept">
                {found.hoursToAccept === undefined
                  ? '–'
                  : t('handoffs.workingHours', { hours: hoursText(found.hoursToAccept, format, true) })}
              </dd>
            </div>
            <div>
              <dt>{t('handoffs.complete')}</dt>
              <dd data-testid="handoffs-complete">
                {found.complete === undefined ? '–' : format.percent(found.complete)}
              </dd>
            </div>
            <Trend trend={found.trend} />
          </dl>
        </>
      )}
    </section>
  );
}

/** The last month's share, with a line of the months before; what may still change is dashed. */
function Trend({ trend }: { trend: HandoffGlance['trend'] }) {
  const format = useFormat();
  const known = trend.flatMap(({ share, maturing }) => (share === undefined ? [] : [{ share, maturing }]));
  const last = known.at(-1);
  if (last === undefined) return null;
  const step = 52 / Math.max(1, known.length - 1);
  const points = known.map(({ share }, nth) => `${2 + nth * step} ${16 - share * 14}`);
  const young = known.findIndex(({ maturing }) => maturing);
  const firm = young < 0 ? points : points.slice(0, young);
  const rest = young < 0 ? [] : points.slice(Math.max(0, young - 1));
  return (
    <div>
      <dt>{t('handoffs.trend', { n: format.count(trend.length) })}</dt>
      <dd data-testid="handoffs-trend">
        {format.percent(last.share)}
        {known.length > 1 && (
          <svg className={css.spark} viewBox="0 0 56 18" aria-hidden="true">
            {firm.length > 1 && <path d={`M${firm.join(' L')}`} />}
            {rest.length > 1 && <path className={css.young} d={`M${rest.join(' L')}`} />}
          </svg>
        )}
      </dd>
    </div>
  );
}

const keys = {
  roles: 'handoffs.missing.roles',
  passes: 'handoffs.missing.passes',
} as const satisfies Partial<Record<Missing, string>>;

function lacking(missing: readonly Missing[]): keyof typeof keys | undefined {
  return (['roles', 'passes'] as const).find((one) => missing.includes(one));
}

function handoffsOf(scope: string, show: string | undefined): string {
  const query = new URLSearchParams({ ...filterOfScope(scope), ...(show === undefined ? {} : { show }) });
  const text = query.toString();
  return text === '' ? '#/handoffs' : `#/handoffs?${text}`;
}

/** Deals may have been read since: it is then of an earlier minute of the same day. */
function isOf(found: HandoffGlance, { today, scope, period }: Glance): boolean {
  return (
    found.day === today &&
    found.scope === scope &&
    found.period.start === period.start &&
    found.period.end === period.end
  );
}
