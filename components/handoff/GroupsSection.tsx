import { useState } from 'react';
import type { PassFilter } from '../../lib/handoff/is-chosen';
import type { Shown } from '../../lib/handoff/passes-shown';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { t } from '../../lib/i18n/i18n';
import switches from '../ui/Switch.module.css';
import { GroupTable, type GroupRow } from './GroupTable';
import css from './HandoffsView.module.css';

const groups = ['sdr', 'ae', 'pair', 'team'] as const;
type Group = (typeof groups)[number];

/** The period's passes by SDR, AE, pair or team, always in order of name. */
export function GroupsSection(props: {
  report: HandoffReport;
  isMaturing: boolean;
  open: (show: Shown, of: PassFilter) => string;
}) {
  const [group, setGroup] = useState<Group>('sdr');
  const { report } = props;
  const rows = rowsOf(report, group);
  const label = t(`handoffs.${group}`);
  return (
    <section className={css.section} aria-labelledby="handoffs-groups" data-testid="handoff-groups">
      <div className={css.sub}>
        <h2 id="handoffs-groups">{t('handoffs.groups')}</h2>
        <p>{t('handoffs.groupsMean')}</p>
        <div className={switches.switch} role="group" aria-label={t('handoffs.groups')}>
          {groups.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === group}
              data-testid={`group-${name}`}
              onClick={() => setGroup(name)}
            >
              {t(`handoffs.${name}`)}
            </button>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={css.quiet}>{t(group === 'team' ? 'handoffs.noTeams' : 'handoffs.noGroup')}</p>
      ) : (
        <GroupTable
          label={label}
          rows={rows}
          drawn="acceptance"
          isMaturing={props.isMaturing}
          open={props.open}
        />
      )}
    </section>
  );
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
