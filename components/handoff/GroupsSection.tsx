import { useState } from 'react';
import type { PassFilter } from '../../lib/handoff/is-chosen';
import type { Shown } from '../../lib/handoff/passes-shown';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { placesOf } from '../../lib/handoff/places-of';
import { TUNING } from '../../lib/handoff/tuning';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import switches from '../ui/Switch.module.css';
import { GroupTable, type GroupRow } from './GroupTable';
import css from './HandoffsView.module.css';

const groups = ['sdr', 'ae', 'pair', 'team'] as const;
/** By whom the passes are told apart. */
export type Group = (typeof groups)[number];

const orders = ['name', 'acceptance', 'winRate'] as const;
type Order = (typeof orders)[number];

/** The period's passes by SDR, AE, pair or team: in order of name, until somebody asks who stands where. */
export function GroupsSection(props: {
  report: HandoffReport;
  group: Group;
  onGroup: (group: Group) => void;
  isMaturing: boolean;
  open: (show: Shown, of: PassFilter) => string;
}) {
  const [order, setOrder] = useState<Order>('name');
  const format = useFormat();
  const { report, group } = props;
  const rows = inOrder(rowsOf(report, group), order);
  const label = t(`handoffs.${group}`);
  return (
    <section className={css.section} aria-labelledby="handoffs-groups" data-testid="handoff-groups">
      <div className={css.sub}>
        <h2 id="handoffs-groups">{t('handoffs.groups')}</h2>
        <p>
          {order === 'name'
            ? t('handoffs.groupsMean')
            : t('handoffs.placesMean', { n: format.count(TUNING.leastToRank) })}
        </p>
        <div className={switches.switch} role="group" aria-label={t('handoffs.groups')}>
          {groups.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === group}
              data-testid={`group-${name}`}
              onClick={() => props.onGroup(name)}
            >
              {t(`handoffs.${name}`)}
            </button>
          ))}
        </div>
        <select
          className={css.select}
          aria-label={t('handoffs.order')}
          data-testid="groups-order"
          value={order}
          onChange={({ target: { value } }) => setOrder(orders.find((one) => one === value) ?? 'name')}
        >
          <option value="name">{t('handoffs.byName')}</option>
          <option value="acceptance">{t('handoffs.byAcceptance')}</option>
          <option value="winRate">{t('handoffs.byWinRate')}</option>
        </select>
      </div>
      {group === 'pair' && report.query.withPairs !== true ? (
        <p className={css.quiet} role="status">
          {t('handoffs.finding')}
        </p>
      ) : rows.length === 0 ? (
        <p className={css.quiet}>{t(group === 'team' ? 'handoffs.noTeams' : 'handoffs.noGroup')}</p>
      ) : (
        <GroupTable
          label={label}
          rows={rows}
          drawn="acceptance"
          hasPlaces={order !== 'name'}
          isMaturing={props.isMaturing}
          open={props.open}
        />
      )}
    </section>
  );
}

/** The highest share first, and then by name those of whom too little tells to give them a place. */
function inOrder(rows: readonly GroupRow[], order: Order): readonly GroupRow[] {
  if (order === 'name') return rows;
  const rates = rows.map(({ measures }) =>
    order === 'acceptance' ? measures.acceptanceRate : measures.winRate,
  );
  const places = placesOf(rates);
  const share = (nth: number) => {
    const rate = rates[nth];
    return places[nth] === undefined || rate === undefined || 'kind' in rate ? -1 : rate.value;
  };
  return rows
    .map((row, nth) => ({ row: { ...row, place: places[nth] }, share: share(nth) }))
    .toSorted((one, other) => other.share - one.share)
    .map(({ row }) => row);
}

function rowsOf({ byPerson, byPair, byTeam }: HandoffReport, group: Group): readonly GroupRow[] {
  if (group === 'pair')
    return byPair.map(({ from, to, measures }) => ({
      name: `${from} ${t('handoffs.to')} ${to}`,
      of: { sdr: from, ae: to },
      measures,
    }));
  if (group === 'team') return byTeam.map(({ team, measures }) => ({ name: team, of: { team }, measures }));
  return byPerson
    .filter(({ role }) => role === group)
    .map(({ id, measures }) => ({ name: id, of: { [group]: id }, measures }));
}
