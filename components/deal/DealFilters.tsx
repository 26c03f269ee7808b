import type { Period } from '../../lib/pipeline/glance';
import type { DealList } from '../../lib/pipeline/list/deal-list';
import { t } from '../../lib/i18n/i18n';
import { scopeText } from '../pipeline/scope-text';
import { periodText } from '../pipeline/period-text';
import { Button } from '../ui/Button';
import { useFormat, type Format } from '../ui/format-context';
import { Icon } from '../ui/Icon';
import { countedKeys } from './counted-keys';
import type { DealFilter } from './deal-filter';
import css from './DealFilters.module.css';
import { unitText } from './unit-text';

const outcomes = ['open', 'won', 'lost', 'unknown'] as const;

/** Search box and filters; the hash keeps them, so that a filtered list can be bookmarked. */
export function DealFilters(props: {
  filter: DealFilter;
  /** What there is to choose from. */
  list: Pick<DealList, 'hosts' | 'units'> | undefined;
  period: Period | undefined;
  onChange: (filter: DealFilter, how?: 'push' | 'replace') => void;
}) {
  const format = useFormat();
  const { filter, onChange } = props;
  const { hosts, units } = props.list ?? { hosts: [], units: [] };
  const set = (changed: Partial<Record<keyof DealFilter, string>>) =>
    onChange({ ...filter, ...changed } as DealFilter);
  const unitsToChoose = distinct([...units, filter.currency ?? '']).filter(Boolean);
  const periods = periodChoices(filter, props.period, format);
  const periodNow =
    filter.from === undefined && filter.to === undefined ? '' : `${filter.from ?? ''}/${filter.to ?? ''}`;
  const filtered = Object.keys(filter).some((name) => name !== 'deal');
  return (
    <div className={css.filters} role="search" aria-label={t('filters.label')}>
      <span className={css.search}>
        <Icon name="search" />
        <input
          type="search"
          data-testid="search"
          aria-label={t('filters.search')}
          placeholder={t('filters.search')}
          maxLength={200}
          value={filter.search ?? ''}
          onChange={(event) => onChange({ ...filter, search: event.target.value }, 'replace')}
        />
      </span>
      <Choice
        label={t('field.outcome')}
        testid="filter-outcome"
        value={filter.outcome ?? ''}
        any={t('filters.anyOutcome')}
        choices={outcomes.map((outcome) => [outcome, t(`outcomes.${outcome}`)])}
        onChange={(outcome) => set({ outcome })}
      />
      <Choice
        label={t('settings.period')}
        testid="filter-period"
        value={periodNow}
        any={t('filters.anyTime')}
        choices={periods}
        onChange={(range) => set({ from: range.split('/')[0] ?? '', to: range.split('/')[1] ?? '' })}
      />
      {(hosts.length > 1 || filter.host !== undefined) && (
        <Choice
          label={t('sites.site')}
          testid="filter-host"
          value={filter.host ?? ''}
          any={t('filters.anySite')}
          choices={distinct([...hosts, filter.host ?? ''])
            .filter(Boolean)
            .map((host) => [host, host])}
          onChange={(host) => set({ host })}
        />
      )}
      {(units.length > 1 || filter.currency !== undefined) && (
        <Choice
          label={t('settings.currency')}
          testid="filter-currency"
          value={filter.currency ?? ''}
          any={t('filters.anyCurrency')}
          choices={unitsToChoose.map((unit) => [unit, unitText(unit, unitsToChoose)])}
          onChange={(currency) => set({ currency })}
        />
      )}
      {filter.scope !== undefined && (
        <button
          type="button"
          className={css.chip}
          data-testid="filter-scope"
          onClick={() => set({ scope: '' })}
          title={t('filters.remove')}
        >
          {scopeText(filter.scope)}
          <Icon name="close" small />
        </button>
      )}
      {filter.counted !== undefined && (
        <button
          type="button"
          className={css.chip}
          data-testid="filter-counted"
          onClick={() => set({ counted: '' })}
          title={t('filters.remove')}
        >
          {t(countedKeys[filter.counted])}
          <Icon name="close" small />
        </button>
      )}
      {filtered && (
        <Button look="quiet" onClick={() => onChange(filter.deal === undefined ? {} : { deal: filter.deal })}>
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted();

function periodChoices(
  filter: DealFilter,
  period: Period | undefined,
  format: Format,
): readonly [string, string][] {
  const own: [string, string][] =
    period === undefined ? [] : [[`${period.start}/${period.end}`, periodText(period, format)]];
  const { from, to } = filter;
  if ((from === undefined && to === undefined) || (from === period?.start && to === period?.end)) return own;
  const text = [from, to].map((date) => (date === undefined ? '' : format.dateWithYear(date))).join(' – ');
  return [...own, [`${from ?? ''}/${to ?? ''}`, text]];
}

function Choice(props: {
  label: string;
  testid: string;
  value: string;
  any: string;
  choices: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <select
      className={css.choice}
      aria-label={props.label}
      data-testid={props.testid}
      data-active={props.value !== ''}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{props.any}</option>
      {props.choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
