import { Fragment, useState, type CSSProperties } from 'react';
import { shownUnit } from '../../lib/deal/shown-unit';
import type { Reason } from '../../lib/pipeline/waterfall/reason-of';
import type { Waterfall, WaterfallBar } from '../../lib/pipeline/waterfall/waterfall';
import { t } from '../../lib/i18n/i18n';
import { dealsHash } from '../deal/deal-filter';
import { unitMoney } from '../deal/unit-money';
import { unitText } from '../deal/unit-text';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import css from './WaterfallTable.module.css';

/** The rows are the chart, and the figures beside them its table. Below, the sum: it leaves nothing unexplained. */
export function WaterfallTable(props: {
  fall: Waterfall;
  /** Units of all waterfalls beside it. */
  among: readonly string[];
  names: ReadonlyMap<string, string | undefined>;
  from: string;
  to: string;
}) {
  const format = useFormat();
  const { fall, names } = props;
  const { opening, closing, bars, unit } = fall;
  const name = unitText(unit, props.among);
  // A code or a sign stands at every amount; whose it is, or that there was none, is said once.
  const isTold = name === (shownUnit(unit)?.sign ?? unit);
  const money = (minor: number) => unitMoney({ unit, minor }, format, { style: 'exact' });
  const short = (minor: number) =>
    unitMoney({ unit, minor: Math.round(minor) }, format, { style: 'compact' });
  const scale = scaleOf(fall);
  const levels = levelsOf(fall);
  return (
    <div className={css.scroll}>
      <table className={css.table} data-unit={unit}>
        {!isTold && <caption>{name}</caption>}
        <thead>
          <tr>
            <th scope="col">{t('waterfall.reason')}</th>
            <th scope="col" className={css.right}>
              {t('nav.deals')}
            </th>
            <th scope="col" aria-hidden="true" className={css.bars}>
              <span className={css.ends}>
                <span>{short(scale.low)}</span>
                <span>{short(scale.high)}</span>
              </span>
            </th>
            <th scope="col" className={css.right}>
              {t('waterfall.openPipeline')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Total
            text={t('waterfall.opening', { day: props.from })}
            sum={opening}
            at={scale.at(opening.minor)}
            money={money}
          />
          {bars.map((bar, nth) => (
            <Fragment key={bar.reason}>
              <Bar bar={bar} from={levels[nth] ?? 0} scale={scale} money={money} names={names} />
            </Fragment>
          ))}
          <Total
            text={t('waterfall.closing', { day: props.to })}
            sum={closing}
            at={scale.at(closing.minor)}
            money={money}
            isLast
          />
        </tbody>
      </table>
      <p className={css.note} data-testid="waterfall-sum">
        {money(opening.minor)} {signed(closing.minor - opening.minor, money)} = {money(closing.minor)} ·{' '}
        {t('waterfall.unchanged', fall.unchanged, { count: format.count(fall.unchanged) })}
        {fall.tooLarge > 0 &&
          ` ${t('waterfall.tooLarge', fall.tooLarge, { count: format.count(fall.tooLarge) })}`}
      </p>
    </div>
  );
}

function Total(props: {
  text: string;
  sum: Waterfall['opening'];
  at: number;
  money: (minor: number) => string;
  isLast?: boolean;
}) {
  const format = useFormat();
  return (
    <tr className={css.total}>
      <th scope="row">{props.text}</th>
      <td className={cx(css.right, css.grey)}>{format.count(props.sum.n)}</td>
      <td className={css.bars} aria-hidden="true">
        <span
          className={cx(css.fall, props.isLast && css.last)}
          style={styleOf({ from: props.at, end: props.at })}
        >
          <i className={css.sum} />
        </span>
      </td>
      <td className={css.right} data-minor={props.sum.minor}>
        {props.money(props.sum.minor)}
      </td>
    </tr>
  );
}

function Bar(props: {
  bar: WaterfallBar;
  /** The level at which the bar begins. */
  from: number;
  scale: Scale;
  money: (minor: number) => string;
  names: ReadonlyMap<string, string | undefined>;
}) {
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { bar, scale, money } = props;
  const [from, to] = [scale.at(props.from), scale.at(props.from + bar.minor)];
  return (
    <>
      <tr data-reason={bar.reason}>
        <th scope="row">
          <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(reasonKeys[bar.reason])}
          </button>
        </th>
        <td className={cx(css.right, css.grey)}>{format.count(bar.deals.length)}</td>
        <td className={css.bars} aria-hidden="true">
          <span
            className={css.fall}
            style={styleOf({ from: Math.min(from, to), width: Math.abs(to - from), end: to })}
          >
            <i className={bar.minor >= 0 ? css.up : css.down} />
          </span>
        </td>
        <td className={css.right} data-minor={bar.minor}>
          {signed(bar.minor, money)}
        </td>
      </tr>
      {isOpen && <Deals bar={bar} money={money} names={props.names} />}
    </>
  );
}

/** Most that one bar lists; the rest is counted. */
const mostDeals = 100;

function Deals({ bar, money, names }: Pick<Parameters<typeof Bar>[0], 'bar' | 'money' | 'names'>) {
  const format = useFormat();
  const rest = bar.deals.length - mostDeals;
  return (
    <>
      {bar.deals.slice(0, mostDeals).map(({ key, beforeMinor, afterMinor }) => (
        <tr key={key} className={css.deal} data-deal={key}>
          <td colSpan={2}>
            <a href={dealsHash({ deal: key })}>{names.get(key) ?? t('deal.unnamed')}</a>
          </td>
          <td className={css.grey}>
            {money(beforeMinor)} → {money(afterMinor)}
          </td>
          <td className={css.right}>{signed(afterMinor - beforeMinor, money)}</td>
        </tr>
      ))}
      {rest > 0 && (
        <tr className={css.deal}>
          <td colSpan={4} className={css.grey}>
            {t('problems.more', rest, { count: format.count(rest) })}
          </td>
        </tr>
      )}
    </>
  );
}

interface Scale {
  readonly low: number;
  readonly high: number;
  /** Place of an amount, in % of the width. */
  readonly at: (minor: number) => number;
}

function levelsOf({ opening, bars }: Waterfall): readonly number[] {
  let level = opening.minor;
  return [...bars.map(({ minor }) => (level += minor) - minor), level];
}

/** From zero, or where all levels lie far above it from a little below the lowest: totals are marks, not bars. */
function scaleOf(fall: Waterfall): Scale {
  const levels = [fall.opening.minor, ...levelsOf(fall)];
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const room = (most - least) * 0.08;
  const low = least > most / 2 ? Math.max(0, least - room) : Math.min(0, least);
  const high = Math.max(most + room, low + 1);
  return { low, high, at: (minor) => ((minor - low) / (high - low)) * 100 };
}

function styleOf({ from, width = 0, end }: { from: number; width?: number; end: number }): CSSProperties {
  return { '--from': `${from}%`, '--w': `${width}%`, '--end': `${end}%` } as CSSProperties;
}

function signed(minor: number, money: (minor: number) => string): string {
  return minor < 0 ? `−${money(-minor)}` : `+${money(minor)}`;
}

const reasonKeys = {
  won: 'reason.won',
  lost: 'reason.lost',
  deleted: 'reason.deleted',
  'owner-out': 'reason.ownerOut',
  'owner-in': 'reason.ownerIn',
  'pulled-in': 'reason.pulledIn',
  'pushed-in': 'reason.pushedIn',
  'pushed-out': 'reason.pushedOut',
  'pulled-out': 'reason.pulledOut',
  created: 'reason.created',
  reopened: 'reason.reopened',
  'first-read': 'reason.firstRead',
  'amount-up': 'reason.amountUp',
  'amount-down': 'reason.amountDown',
} as const satisfies Record<Reason, string>;
