import type { Shown } from '../../lib/handoff/passes-shown';
import type { Rate, TooFew } from '../../lib/handoff/rate';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { t } from '../../lib/i18n/i18n';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import { Scroll } from '../ui/Scroll';
import css from './HandoffsView.module.css';
import { measuredHours } from './hours-text';
import { RateCells } from './RateCells';
import { ShareHeads } from './ShareHeads';

interface Part {
  readonly name: string;
  /** As the index has it. */
  readonly id: string;
  readonly show: Shown;
  readonly rate: Rate | TooFew;
  /** What practitioners publish, 0..1. */
  readonly mark?: number;
}

/** The quality index with its parts, and what else is said of the period's passes. @param open The hash of a figure. */
export function IndexSection(props: {
  report: HandoffReport;
  open: (show: Shown) => string;
  isMaturing: boolean;
}) {
  const format = useFormat();
  const { report, open, isMaturing } = props;
  const { measures, timeliness, rules } = report;
  const { qualityIndex: index } = measures;
  const parts: readonly Part[] = [
    {
      name: t('handoffs.accepted'),
      id: 'acceptance',
      show: 'acceptance',
      rate: measures.acceptanceRate,
      mark: 0.8,
    },
    {
      name: t('handoffs.completeAtPass'),
      id: 'completeness',
      show: 'completeness',
      rate: measures.completeness,
    },
    {
      name: t('handoffs.stage1to2'),
      id: 'stage1to2',
      show: 'stage1to2',
      rate: measures.stage1to2,
      mark: 0.59,
    },
    { name: t('handoffs.held'), id: 'heldRate', show: 'heldRate', rate: measures.heldRate, mark: 0.77 },
    {
      name: t('handoffs.touchedWithin', { hours: format.decimal(String(rules.touchWithinHours)) }),
      id: 'timeliness',
      show: 'timeliness',
      rate: timeliness,
    },
  ];
  const beside: readonly Part[] = [
    { name: t('handoffs.winRate'), id: 'winRate', show: 'winRate', rate: measures.winRate },
    { name: t('handoffs.shown.hotPass'), id: 'hotPass', show: 'hotPass', rate: measures.hotPass },
    { name: t('handoffs.auditPass'), id: 'auditPass', show: 'auditPass', rate: measures.auditPass },
  ];
  const missing = 'kind' in index ? [] : parts.filter(({ id }) => index.missing.includes(id));
  const isYoung = (show: Shown) => isMaturing && (show === 'acceptance' || show === 'stage1to2');
  const row = ({ name, id, show, rate, mark }: Part) => (
    <tr key={id} data-part={id}>
      <th scope="row">{name}</th>
      <RateCells
        rate={rate}
        hash={open(show)}
        label={name}
        isDrawn
        isMaturing={isYoung(show)}
        mark={mark}
        testid={`rate-${id}`}
      />
    </tr>
  );
  return (
    <section
      className={cx(css.part, css.narrow)}
      aria-labelledby="handoffs-index"
      data-testid="quality-index"
    >
      <div className={css.sub}>
        <h2 id="handoffs-index">{t('handoffs.index')}</h2>
        <p>{t('handoffs.indexMeans')}</p>
        <span
          className={css.index}
          data-testid="index-value"
          data-value={'kind' in index ? undefined : index.value}
        >
          {'kind' in index ? '–' : format.count(Math.round(index.value))}
        </span>
      </div>
      <Scroll label={t('handoffs.index')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('handoffs.part')}</th>
              <ShareHeads name={t('handoffs.share')} isDrawn />
            </tr>
          </thead>
          <tbody>{parts.map(row)}</tbody>
          <tbody>{beside.map(row)}</tbody>
        </table>
      </Scroll>
      <p className={css.note}>
        {t('handoffs.published')} {t('handoffs.hotMeans')}
        {missing.length > 0 &&
          ` ${t('handoffs.leftOut', { parts: missing.map(({ name }) => name).join(', ') })}`}
      </p>
      <Times report={report} open={open} />
    </section>
  );
}

function Times({ report, open }: { report: HandoffReport; open: (show: Shown) => string }) {
  const format = useFormat();
  const { timeToAcceptHours: accept, timeToTouchHours: touch } = report.measures;
  const lines = [
    ['accept', t('handoffs.timeToAccept'), accept, 'timeToAccept'],
    ['touch', t('handoffs.timeToTouch'), touch, 'timeToTouch'],
  ] as const;
  return (
    <dl className={css.times}>
      {lines.map(([name, label, of, show]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd data-testid={`time-to-${name}`}>
            {'kind' in of ? (
              <span className={css.grey}>
                {of.n === 0 ? t('handoffs.none') : t('handoffs.tooFew', { n: format.count(of.n) })}
              </span>
            ) : (
              <>
                <a
                  className={css.figure}
                  href={open(show)}
                  aria-label={`${label}: ${measuredHours(of, 'median', format)}`}
                >
                  {measuredHours(of, 'median', format)}
                </a>{' '}
                <span className={css.grey}>
                  {t('handoffs.p90', {
                    p90: measuredHours(of, 'p90', format) ?? '',
                    n: format.count(of.n),
                    open: format.count(of.censored),
                  })}
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
