import { useRef, useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import type { CsvOpened, CsvPreview } from '../../lib/store/csv/csv-desk';
import type { CsvFile, CsvStored } from '../hooks/csv-file';
import { useAction } from '../hooks/use-action';
import teach from '../site/Teach.module.css';
import { TeachColumn } from '../site/TeachColumn';
import { TeachStages } from '../site/TeachStages';
import { draftOf, stagesOf } from '../site/teach-draft';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { ProgressBar } from '../ui/ProgressBar';
import { CsvOutcome } from './CsvOutcome';
import { CsvPlaceFields } from './CsvPlaceFields';
import { CsvPreviewView } from './CsvPreviewView';
import { csvHindrance, dayAt, placeOf, wishOf, withField, type CsvDraft } from './csv-wish';
import css from './SettingsView.module.css';

/** What the columns of a file mean and where its deals belong; then what would be stored, and that it is. */
export function CsvForm(props: {
  csv: CsvFile;
  opened: Extract<CsvOpened, { kind: 'opened' }>;
  name: string;
  at: string;
  onClose: () => void;
}) {
  const { csv, opened } = props;
  const { survey, places } = opened;
  const format = useFormat();
  const [draft, setDraft] = useState<CsvDraft>(() => ({
    teach: draftOf(survey),
    idKey: opened.idKey ?? '',
    place: places.length === 0 ? 'new' : '',
    name: '',
    on: dayAt(props.at, Temporal.Now.timeZoneId()),
  }));
  const [preview, setPreview] = useState<CsvPreview>();
  const [stored, setStored] = useState<CsvStored>();
  const [share, setShare] = useState(0);
  const [work, setWork] = useState<'reading' | 'storing'>('reading');
  const [state, run] = useAction();
  const ending = useRef<AbortController>(undefined);
  const hindrance = csvHindrance(draft, places, format.today);
  const isBusy = state === 'pending';
  const isStoring = isBusy && work === 'storing';
  const wish = () => wishOf(draft, { survey, places, written: props.at, today: format.today });
  const change = (next: CsvDraft) => {
    setDraft(next);
    setPreview(undefined);
  };
  const look = async () => {
    setWork('reading');
    setShare(0);
    setPreview(await csv.preview(wish(), setShare));
  };
  const store = async (shown: CsvPreview) => {
    const { signal } = (ending.current = new AbortController());
    setShare(0);
    setWork('storing');
    const all = shown.added + shown.changed + shown.unchanged;
    setStored(await csv.store(wish().place, (done) => setShare(done / all), signal));
  };
  if (stored !== undefined) {
    return <CsvOutcome stored={stored} preview={preview} onClose={props.onClose} />;
  }
  return (
    <form
      className={teach.form}
      aria-label={t('csv.title', { name: props.name })}
      data-testid="csv-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (hindrance === undefined && !isBusy) run(look);
      }}
    >
      <p className={teach.means}>
        {t('csv.means', opened.rows, { name: props.name, count: format.count(opened.rows) })}
      </p>
      {/* What is being shown or stored is what was said. */}
      <fieldset className={teach.form} disabled={isBusy}>
        <CsvPlaceFields draft={draft} survey={survey} places={places} onChange={change} />
        <ul className={teach.columns}>
          {survey.columns.map((column) => (
            <TeachColumn
              key={column.key}
              column={column}
              field={draft.teach.fields[column.key] ?? null}
              onChoose={(field) => change(withField(draft, column.key, field))}
            />
          ))}
        </ul>
        <TeachStages
          stages={stagesOf(survey, draft.teach)}
          draft={draft.teach}
          onChange={(next) => change({ ...draft, teach: next })}
        />
      </fieldset>
      {preview !== undefined && <CsvPreviewView preview={preview} place={placeOf(draft, places)} />}
      {isBusy && (
        <div className={css.progress}>
          <ProgressBar label={t(`csv.${work}`)} done={share} total={1} />
          <p className={css.hint}>
            {t(`csv.${work}`)} {format.percent(share)}
          </p>
        </div>
      )}
      <div className={teach.actions}>
        {preview === undefined ? (
          <Button
            type="submit"
            look="primary"
            data-testid="csv-preview"
            disabled={hindrance !== undefined || isBusy}
          >
            {t('csv.preview')}
          </Button>
        ) : (
          <Button
            look="primary"
            data-testid="csv-confirm"
            disabled={isBusy || preview.added + preview.changed === 0}
            onClick={() => run(() => store(preview))}
          >
            {t('csv.confirm', preview.added + preview.changed, {
              count: format.count(preview.added + preview.changed),
            })}
          </Button>
        )}
        {/* What a step has stored stays; without steps nothing was. */}
        <Button
          data-testid="csv-cancel"
          onClick={() => (isStoring ? ending.current?.abort() : props.onClose())}
        >
          {t('common.cancel')}
        </Button>
        {hindrance !== undefined && <p className={teach.hindrance}>{t(`csv.hindrance.${hindrance}`)}</p>}
        {state === 'failed' && (
          <p role="alert">{t(work === 'storing' ? 'data.brokenOff' : 'common.failed')}</p>
        )}
      </div>
    </form>
  );
}
