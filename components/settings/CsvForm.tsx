import { useRef, useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import type { CsvOpened, CsvPreview } from '../../lib/store/csv/csv-desk';
import type { CsvFile, CsvStored } from '../hooks/csv-file';
import { useAction } from '../hooks/use-action';
import teach from '../site/Teach.module.css';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { CsvDealsFields } from './CsvDealsFields';
import { CsvHistoryFields } from './CsvHistoryFields';
import { CsvHistoryView } from './CsvHistoryView';
import { CsvLeadsFields } from './CsvLeadsFields';
import { CsvLeadsView } from './CsvLeadsView';
import { CsvOutcome } from './CsvOutcome';
import { CsvPlaceFields } from './CsvPlaceFields';
import { CsvPreviewView } from './CsvPreviewView';
import { CsvProblems } from './CsvProblems';
import { CsvProgress } from './CsvProgress';
import { csvDraft, csvHindrance, dayAt, placeOf, wishOf, type CsvDraft } from './csv-wish';
import { Progress } from './progress';

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
  const [draft, setDraft] = useState<CsvDraft>(() =>
    csvDraft(opened, places, dayAt(props.at, Temporal.Now.timeZoneId())),
  );
  const [preview, setPreview] = useState<CsvPreview>();
  const [stored, setStored] = useState<CsvStored>();
  const [work, setWork] = useState<'reading' | 'storing'>('reading');
  const [state, run] = useAction();
  const ending = useRef<AbortController>(undefined);
  const [progress] = useState(() => new Progress());
  const hindrance = csvHindrance(draft, opened, format.today);
  const isBusy = state === 'pending';
  const isStoring = isBusy && work === 'storing';
  const change = (next: CsvDraft) => {
    setDraft(next);
    setPreview(undefined);
  };
  const look = async () => {
    setWork('reading');
    progress.set(0);
    const wish = wishOf(draft, { sheet: opened, places, written: props.at, today: format.today });
    setPreview(await csv.preview(wish, progress.set));
  };
  const store = async (shown: CsvPreview) => {
    const { signal } = (ending.current = new AbortController());
    setWork('storing');
    progress.set(0);
    setStored(await csv.store(shown.steps, progress.set, signal));
  };
  if (stored !== undefined) {
    return <CsvOutcome csv={csv} stored={stored} preview={preview} onClose={props.onClose} />;
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
        {t(meansKeys[draft.kind], opened.rows, {
          name: props.name,
          count: format.count(opened.rows),
        })}
      </p>
      {/* What is being shown or stored is what was said. */}
      <fieldset className={teach.form} disabled={isBusy}>
        <CsvPlaceFields draft={draft} sheet={opened} places={places} onChange={change} />
        {draft.kind === 'leads' && (
          <CsvLeadsFields
            columns={draft.leads}
            survey={survey}
            onChange={(leads) => change({ ...draft, leads })}
          />
        )}
        {draft.kind === 'history' && (
          <CsvHistoryFields
            draft={draft.history}
            sheet={opened}
            onChange={(history) => change({ ...draft, history })}
          />
        )}
        {draft.kind === 'deals' && <CsvDealsFields draft={draft} survey={survey} onChange={change} />}
      </fieldset>
      {preview?.kind === 'deals' && <CsvPreviewView preview={preview} place={placeOf(draft, places)} />}
      {preview?.kind === 'leads' && <CsvLeadsView preview={preview} />}
      {preview?.kind === 'history' && <CsvHistoryView preview={preview} />}
      {preview !== undefined && <CsvProblems preview={preview} csv={csv} />}
      {isBusy && <CsvProgress label={t(`csv.${work}`)} progress={progress} />}
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
            disabled={isBusy || changedIn(preview) === 0}
            onClick={() => run(() => store(preview))}
          >
            {t(confirmKeys[draft.kind], changedIn(preview), {
              count: format.count(changedIn(preview)),
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

const meansKeys = { deals: 'csv.means', history: 'csv.historyMeans', leads: 'csv.leadsMeans' } as const;
const confirmKeys = {
  deals: 'csv.confirm',
  history: 'csv.confirmHistory',
  leads: 'csv.confirmLeads',
} as const;

/** Of how many deals or leads something would be stored. */
function changedIn(preview: CsvPreview): number {
  return preview.kind === 'history' ? preview.changed : preview.added + preview.changed;
}
