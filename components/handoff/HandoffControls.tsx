import type { PassFilter } from '../../lib/handoff/is-chosen';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { t } from '../../lib/i18n/i18n';
import { Button } from '../ui/Button';
import type { HandoffChoice } from './handoff-hash';
import type { ShownPeriod } from './handoff-periods';
import css from './HandoffsView.module.css';
import { sourceText } from './source-text';

/** Period and filters of the view; the hash keeps them. */
export function HandoffControls(props: {
  choice: HandoffChoice;
  periods: readonly ShownPeriod[];
  /** The one in force. */
  period: ShownPeriod;
  choices: HandoffReport['choices'];
  onChange: (choice: HandoffChoice) => void;
}) {
  const { choice, periods, period, choices, onChange } = props;
  const { filter } = choice;
  // Another choice is of other passes: those of a figure are closed.
  const narrow = (name: keyof PassFilter, value: string) => {
    const { [name]: _, ...others } = filter;
    onChange({ ...kept(choice), filter: value === '' ? others : { ...others, [name]: value }, of: {} });
  };
  const lists = [
    ['sdr', t('handoffs.sdr'), t('handoffs.anySdr'), choices.sdrs.map(same)],
    ['ae', t('handoffs.ae'), t('handoffs.anyAe'), choices.aes.map(same)],
    ['team', t('handoffs.team'), t('handoffs.anyTeam'), choices.teams.map(same)],
    [
      'source',
      t('handoffs.source'),
      t('handoffs.anySource'),
      choices.sources.map((source): [string, string] => [source, sourceText(source)]),
    ],
    ['person', t('handoffs.person'), t('handoffs.anyPerson'), []],
  ] as const;
  return (
    <div className={css.controls} role="search" aria-label={t('handoffs.choose')}>
      <select
        className={css.select}
        aria-label={t('settings.period')}
        data-testid="handoffs-period"
        value={period.id}
        onChange={({ target: { value } }) => {
          const { period: _, ...rest } = kept(choice);
          onChange({ ...rest, ...(value === '' ? {} : { period: value }), of: {} });
        }}
      >
        {periods.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {lists.map(([name, label, any, found]) => {
        const now = filter[name] ?? '';
        const list = found.some(([id]) => id === now) || now === '' ? found : [...found, same(now)];
        if (list.length === 0) return null;
        return (
          <select
            key={name}
            className={css.select}
            aria-label={label}
            data-testid={`handoffs-${name}`}
            value={now}
            onChange={({ target }) => narrow(name, target.value)}
          >
            <option value="">{any}</option>
            {list.map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        );
      })}
      {Object.keys(filter).length > 0 && (
        <Button look="quiet" onClick={() => onChange({ ...kept(choice), filter: {}, of: {} })}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}

const same = (name: string): [string, string] => [name, name];

/** A choice without the figure that is open. */
export function kept({ period, filter }: HandoffChoice): Pick<HandoffChoice, 'period' | 'filter' | 'of'> {
  return { ...(period === undefined ? {} : { period }), filter, of: {} };
}
