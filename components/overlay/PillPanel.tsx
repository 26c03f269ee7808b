import type { ReaderState } from '../../lib/crm/reader-channel';
import { namedTenant } from '../../lib/deal/named-tenant';
import { shownUnit } from '../../lib/deal/shown-unit';
import { formatCount, formatHundredths, formatMoneyExact } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';
import type { ApartSum, Glance, MoneySum } from '../../lib/pipeline/glance';
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
        <Sums figures={figures} locale={locale} />
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

function Sums({ figures, locale }: { readonly figures: Glance; readonly locale: string }) {
  const { won, open, weighted } = figures;
  const among = [won, open, weighted].flatMap(({ apart }) => apart.map(({ unit }) => unit));
  return (
    <ul className="facts">
      <Sum label={t('overlay.wonInPeriod')} sum={won} among={among} locale={locale} />
      <Sum label={t('overlay.open')} sum={open} among={among} locale={locale} />
      <Sum label={t('overlay.weighted')} sum={weighted} among={among} locale={locale} />
    </ul>
  );
}

function Sum({
  label,
  sum,
  among,
  locale,
}: {
  readonly label: string;
  readonly sum: MoneySum;
  /** All units that the panel shows. */
  readonly among: readonly string[];
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
          value={apartText(part, among, locale)}
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

/** As everywhere: a sign with its CRM where several show it. */
function apartText({ unit, minor }: ApartSum, among: readonly string[], locale: string): string {
  const shown = shownUnit(unit);
  if (shown === undefined) return formatMoneyExact({ minor, currency: unit }, locale);
  const tenant = namedTenant(unit, among);
  return [formatHundredths(minor, locale), shown.sign, tenant && `(${tenant})`].filter(Boolean).join(' ');
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
