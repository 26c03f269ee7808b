import { useState } from 'react';
import type { Measures } from '../../lib/handoff/measures-of';
import { NO_CURRENCY } from '../../lib/handoff/metrics';
import type { PassFilter } from '../../lib/handoff/is-chosen';
import type { Place } from '../../lib/handoff/places-of';
import type { Shown } from '../../lib/handoff/passes-shown';
import { t } from '../../lib/i18n/i18n';
import { Button } from '../ui/Button';
import { useFormat, type Format } from '../ui/format-context';
import { Scroll } from '../ui/Scroll';
import { FigureLink } from './FigureLink';
import css from './HandoffsView.module.css';
import { measuredHours } from './hours-text';
import { RateCells } from './RateCells';
import { ShareCell } from './ShareCell';
import { ShareHeads } from './ShareHeads';
import { sumsText } from './sums-text';

/** Groups that are drawn unasked: of a large company's pairs there are thousands, and all of them take a page seconds. */
const atFirst = 100;

/** Passes that stand together in one row. */
export interface GroupRow {
  readonly name: string;
  /** What chooses its passes. */
  readonly of: PassFilter;
  readonly measures: Measures;
  /** Where it stands among the rows; absent where nobody asked, or too little tells. */
  readonly place?: Place | undefined;
}

/** Measures side by side, in the order given. @param drawn Which share is drawn as a range. @param hasPlaces Somebody asked for places. */
export function GroupTable(props: {
  label: string;
  rows: readonly GroupRow[];
  drawn: 'acceptance' | 'winRate';
  hasPlaces?: boolean;
  isMaturing: boolean;
  open: (show: Shown, of: PassFilter) => string;
}) {
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const { label, rows, drawn, hasPlaces = false, isMaturing, open } = props;
  const shown = isWhole ? rows : rows.slice(0, atFirst);
  const hidden = rows.length - shown.length;
  const heads = [t('handoffs.acceptedShare'), t('handoffs.winRate')] as const;
  return (
    <>
      <Scroll label={label}>
        <table className={css.table}>
          <thead>
            <tr>
              {hasPlaces && <th scope="col">{t('handoffs.place')}</th>}
              <th scope="col">{label}</th>
              <th scope="col" className={css.right}>
                {t('handoffs.passed')}
              </th>
              <th scope="col" className={css.right}>
                {t('handoffs.waitingShort')}
              </th>
              {(['acceptance', 'winRate'] as const).map((name, nth) => (
                <ShareHeads key={name} name={heads[nth] ?? ''} isDrawn={name === drawn} />
              ))}
              <th scope="col" className={css.right}>
                {t(drawn === 'winRate' ? 'handoffs.wonValue' : 'handoffs.medianToAccept')}
              </th>
              <th scope="col" className={css.right}>
                {t('handoffs.complete')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, of, measures, place }) => (
              <tr key={name} data-group={name}>
                {hasPlaces && <td className={css.grey}>{placeText(place, format)}</td>}
                <th scope="row">{name}</th>
                <td className={css.right}>
                  <FigureLink hash={open('passes', of)} label={`${name}, ${t('handoffs.passed')}`}>
                    {format.count(measures.passes)}
                  </FigureLink>
                </td>
                <td className={css.right}>
                  <FigureLink hash={open('undecided', of)} label={`${name}, ${t('handoffs.waitingShort')}`}>
                    {format.count(measures.undecided)}
                  </FigureLink>
                </td>
                <RateCells
                  rate={measures.acceptanceRate}
                  hash={open('acceptance', of)}
                  label={`${name}, ${heads[0]}`}
                  isDrawn={drawn === 'acceptance'}
                  isMaturing={isMaturing}
                />
                <RateCells
                  rate={measures.winRate}
                  hash={open('winRate', of)}
                  label={`${name}, ${heads[1]}`}
                  isDrawn={drawn === 'winRate'}
                />
                <td className={css.right}>
                  {drawn === 'winRate'
                    ? wonText(measures, format)
                    : (measuredHours(measures.timeToAcceptHours, 'median', format) ?? '–')}
                </td>
                <ShareCell rate={measures.completeness} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {hidden > 0 && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          {t('problems.more', hidden, { count: format.count(hidden) })}
        </Button>
      )}
    </>
  );
}

function placeText(place: Place | undefined, format: Format): string {
  if (place === undefined) return '–';
  const [from, to] = [format.count(place.from), format.count(place.to)];
  return from === to ? from : `${from}–${to}`;
}

/** What was won, each currency by itself: rates of now would change what was. */
function wonText({ wonValueMinor, wonWithoutCurrency }: Measures, format: Format): string {
  const { [NO_CURRENCY]: _, ...minor } = wonValueMinor;
  return sumsText({ minor, apart: wonWithoutCurrency }, format);
}
