import { t } from '../../lib/i18n/i18n';
import css from './HandoffsView.module.css';
import { RangeEnds } from './RangeMark';

/** The headings above the cells of a share, see `RateCells`: of its range (where that is drawn), itself, and its interval. */
export function ShareHeads({ name, isDrawn }: { name: string; isDrawn: boolean }) {
  return (
    <>
      {isDrawn && (
        <td>
          <RangeEnds />
        </td>
      )}
      <th scope="col" className={css.right}>
        {name}
      </th>
      <th scope="col">{t('handoffs.eightInTen')}</th>
    </>
  );
}
