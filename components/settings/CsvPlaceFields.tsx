import type { SurveyedSheet } from '../../lib/crm/sheet';
import { t } from '../../lib/i18n/i18n';
import type { CsvPlace } from '../../lib/store/csv/csv-places';
import { Field } from '../ui/Field';
import { useFormat } from '../ui/format-context';
import { CsvColumnField } from './CsvColumnField';
import { withKind, type CsvDraft } from './csv-wish';
import css from './SettingsView.module.css';

const kinds = ['deals', 'history', 'leads'] as const satisfies readonly CsvDraft['kind'][];

/** What a file holds, which CRM it is from, when it was written, and which column says which deal a row is. */
export function CsvPlaceFields(props: {
  draft: CsvDraft;
  sheet: SurveyedSheet;
  places: readonly CsvPlace[];
  onChange: (draft: CsvDraft) => void;
}) {
  const { draft, places, sheet } = props;
  const format = useFormat();
  const set = (change: Partial<CsvDraft>) => props.onChange({ ...draft, ...change });
  return (
    <div className={css.row}>
      <Field label={t('csv.kind')}>
        {(control) => (
          <select
            {...control}
            data-testid="csv-kind"
            value={draft.kind}
            onChange={({ target }) =>
              props.onChange(withKind(draft, kinds.find((kind) => kind === target.value) ?? 'deals', sheet))
            }
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`csv.kinds.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t(draft.kind === 'leads' ? 'csv.placeOfLeads' : 'csv.place')}
        hint={t(
          draft.kind === 'leads'
            ? 'csv.leadsPlace'
            : draft.place === 'new'
              ? 'csv.newMeans'
              : 'csv.placeMeans',
        )}
      >
        {(control) => (
          <select
            {...control}
            data-testid="csv-place"
            value={draft.place}
            onChange={({ target }) => set({ place: target.value })}
          >
            <option value="">{t('csv.choosePlace')}</option>
            {places.map(({ crm, tenant, deals }, nth) => (
              <option key={`${crm}|${tenant}`} value={nth}>
                {t('csv.known', deals, { name: tenant, count: format.count(deals) })}
              </option>
            ))}
            <option value="new">{t('csv.newPlace')}</option>
          </select>
        )}
      </Field>
      {draft.place === 'new' && (
        <Field label={t('csv.name')}>
          {(control) => (
            <input
              {...control}
              data-testid="csv-name"
              maxLength={100}
              value={draft.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
      )}
      <CsvColumnField
        label={t('csv.id')}
        hint={t(draft.kind === 'leads' ? 'csv.leadIdMeans' : 'csv.idMeans')}
        none={t('csv.chooseId')}
        testid="csv-id"
        survey={sheet.survey}
        value={draft.idKey}
        onChoose={(idKey) => set({ idKey })}
      />
      <Field label={t('csv.on')} hint={t('csv.onMeans')}>
        {(control) => (
          <input
            {...control}
            type="date"
            data-testid="csv-on"
            max={format.today}
            value={draft.on}
            onChange={({ target }) => set({ on: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
