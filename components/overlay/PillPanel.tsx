import type { ReaderState } from '../../lib/crm/reader-channel';
import { formatCount, formatHundredths, formatMoneyExact } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';
import type { ApartSum, MoneySum } from '../../lib/pipeline/glance';
import { isUnknownSum } from '../../lib/pipeline/is-unknown-sum';
import { pageScope } from './page-scope';
import type { PillFigures } from './PagePill';
import { problemText } from './problem-text';
import { Said } from './Said';
import { storedText } from './stored-text';

/** Problems named one by one; the rest is counted. */
const mostProblems = 4;

interface Props {
  readonly figures: PillFigures;
  readonly state: ReaderState;
  readonly locale: string;
}

/** What the pill opens to: the sums with what stands apart from them, this page, and its problems. */
export function PillPanel({ figures, state, locale }: Props) {
  const more = state.problems.length - mostProblems;
  return (
    <>
      <Heading text={t('overlay.figures')} />
      {typeof figures === 'object' ? (
        <ul className="facts">
          <Sum label={t('overlay.wonInPeriod')} sum={figures.won} locale={locale} />
          <Sum label={t('overlay.open')} sum={figures.open} locale={locale} />
          <Sum label={t('overlay.weighted')} sum={figures.weighted} locale={locale} />
        </ul>
      ) : (
        <p className="note muted">
          <Said text={figures === 'loading' ? t('overlay.loading') : t('overlay.failed')} />
        </p>
      )}
      <ul className="facts">
        <Fact label={t('overlay.thisPage')} value={pageScope(state, locale)} />
        <Fact label={t('overlay.state')} value={storedText(state.stored, state.problems).text} />
      </ul>
      {state.problems.length > 0 && (
        <>
          <h3 aria-label={`${t('overlay.notRead')}: ${formatCount(state.problems.length, locale)}`}>
            <Said text={t('overlay.notRead')} />
            <Said className="muted" text={formatCount(state.problems.length, locale)} />
          </h3>
          <ul className="problems">
            {state.problems.slice(0, mostProblems).map((problem, n) => (
              <li key={`${problem.row} ${n}`} aria-label={`${problem.row}: ${problemText(problem)}`}>
                <i className="tri" />
                <Said text={problem.row} />
                <Said className="why" text={problemText(problem)} />
              </li>
            ))}
          </ul>
          {more > 0 && (
            <footer>
              <Said text={t('overlay.moreProblems', more, { n: formatCount(more, locale) })} />
            </footer>
          )}
        </>
      )}
    </>
  );
}

function Heading({ text }: { readonly text: string }) {
  return (
    <h2 aria-label={text}>
      <Said text={text} />
    </h2>
  );
}

function Sum({
  label,
  sum,
  locale,
}: {
  readonly label: string;
  readonly sum: MoneySum;
  readonly locale: string;
}) {
  const total = isUnknownSum(sum) ? '–' : formatMoneyExact(sum, locale);
  return (
    <>
      <Fact label={label} value={total} />
      {sum.apart.map((part) => (
        <Fact
          isPart
          key={part.unit}
          label={t('overlay.apart', part.n, { n: formatCount(part.n, locale) })}
          value={apartText(part, locale)}
        />
      ))}
      {sum.withoutAmount > 0 && (
        <Fact
          isPart
          label={t('overlay.withoutAmount', sum.withoutAmount, { n: formatCount(sum.withoutAmount, locale) })}
          value="–"
        />
      )}
    </>
  );
}

function apartText(part: ApartSum, locale: string): string {
  return part.isCode
    ? formatMoneyExact({ minor: part.minor, currency: part.unit }, locale)
    : `${formatHundredths(part.minor, locale)} ${part.unit}`;
}

function Fact({
  label,
  value,
  isPart = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly isPart?: boolean;
}) {
  return (
    <li className={isPart ? 'part' : ''} aria-label={`${label}: ${value}`}>
      <Said className="label" text={label} />
      <Said className="value" text={value} />
    </li>
  );
}
