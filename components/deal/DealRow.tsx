import type { Deal } from '../../lib/deal/deal';
import { sortColumns } from '../../lib/pipeline/list/deal-list';
import { t } from '../../lib/i18n/i18n';
import { Baton } from '../ui/Baton';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import { amountText } from './amount-text';
import { dealsHash, type DealFilter } from './deal-filter';
import css from './DealTable.module.css';
import { shownDateOf } from './shown-date-of';

/** One deal of the list; while it is read, its place. */
export function DealRow({ deal, ...row }: { deal: Deal | undefined; filter: DealFilter; index: number }) {
  if (deal !== undefined) return <ReadRow deal={deal} {...row} />;
  return (
    <tr aria-hidden="true">
      <td colSpan={sortColumns.length}>{'\u00a0'}</td>
    </tr>
  );
}

/** Its name is the link; the rest of the row is only a larger place to click. */
function ReadRow({ deal, filter, index }: { deal: Deal; filter: DealFilter; index: number }) {
  const format = useFormat();
  const chosen = filter.deal === deal.key;
  const hash = dealsHash({ ...filter, deal: deal.key });
  const date = shownDateOf(deal);
  const name = deal.name ?? deal.account ?? t('deal.unnamed');
  return (
    <tr
      className={cx(chosen && css.chosen)}
      aria-rowindex={index + 2}
      data-deal={deal.key}
      onClick={() => {
        window.location.hash = hash;
      }}
    >
      <td className={css.name} title={name}>
        <a href={hash} aria-current={chosen ? 'true' : undefined}>
          {name}
        </a>
        {typeof deal.account === 'string' && deal.account !== name && (
          <span className={css.muted}> {deal.account}</span>
        )}
      </td>
      <td className={css.clip}>{deal.stage ?? '–'}</td>
      <td className={cx(css.clip, css.soft)}>{deal.owner ?? '–'}</td>
      <td className={css.right}>{amountText(deal, format)}</td>
      <td>
        <Baton probability={deal.crmProbability} />
      </td>
      <td className={css.right}>{date === undefined ? '–' : format.date(date)}</td>
      <td className={css[deal.outcome ?? 'unknown']}>{t(`outcomes.${deal.outcome ?? 'unknown'}`)}</td>
      <td className={cx(css.right, css.muted)}>{format.age(deal.seenAt)}</td>
    </tr>
  );
}
