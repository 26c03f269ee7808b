import { useEffect, useRef, useState } from 'react';
import type { MappedField, Survey } from '../../lib/deal/mapping';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { fieldName } from './field-name';
import css from './Teach.module.css';
import { TeachColumn } from './TeachColumn';
import { TeachStages } from './TeachStages';
import { draftOf, hindranceOf, mappingOf, stagesOf, twiceIn, type TeachDraft } from './teach-draft';

/** What each column means and how the stages end, to be corrected and confirmed. */
export function TeachForm({ survey, onDone }: { survey: Survey; onDone: () => void }) {
  const platform = usePlatform();
  const [draft, setDraft] = useState<TeachDraft>(() => draftOf(survey));
  const [state, run] = useAction();
  const { kind } = survey;
  const hindrance = hindranceOf(draft, kind);
  const twice = twiceIn(draft);
  const { pointAtColumn } = platform;
  const columns = useRef<HTMLUListElement>(null);
  useEffect(() => () => void platform.markColumn(null), [platform]);
  const point = async (ask: () => Promise<string | null>) => {
    const key = await ask();
    if (key === null) return;
    const chosen = [...(columns.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
    chosen
      .find((one) => one.dataset['column'] === key)
      ?.querySelector('select')
      ?.focus();
  };
  const choose = (key: string, field: MappedField | null) =>
    setDraft((before) => ({ ...before, fields: { ...before.fields, [key]: field } }));
  const confirm = async () => {
    const answer = await platform.teach(mappingOf(survey, draft, new Date().toISOString()));
    if ('refused' in answer) throw new Error(answer.refused);
    onDone();
  };
  return (
    <form
      className={css.form}
      aria-label={t('teach.open')}
      onSubmit={(event) => {
        event.preventDefault();
        if (hindrance === undefined) run(confirm);
      }}
    >
      <p className={css.means}>
        {survey.isTaught && !survey.isChanged
          ? t('teach.taught')
          : t(`teach.${survey.isChanged ? 'changed' : 'means'}.${kind}`)}
      </p>
      {pointAtColumn !== undefined && (
        <div className={css.actions}>
          <Button slim data-testid="teach-point" onClick={() => void point(pointAtColumn)}>
            {t('teach.point')}
          </Button>
        </div>
      )}
      <ul className={css.columns} ref={columns}>
        {survey.columns.map((column) => (
          <TeachColumn
            key={column.key}
            column={column}
            field={draft.fields[column.key] ?? null}
            onChoose={(field) => choose(column.key, field)}
            onLook={() => void platform.markColumn(column.key)}
          />
        ))}
      </ul>
      <TeachStages stages={stagesOf(survey, draft)} draft={draft} onChange={setDraft} />
      <div className={css.actions}>
        <Button
          type="submit"
          look="primary"
          data-testid="teach-confirm"
          disabled={hindrance !== undefined || state === 'pending'}
        >
          {t('teach.confirm')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        {hindrance !== undefined && (
          <p className={css.hindrance}>
            {hindrance === 'twice'
              ? t('teach.hindrance.twice', { field: twice === undefined ? '' : fieldName(twice) })
              : t(`teach.hindrance.${hindrance}`)}
          </p>
        )}
        {state === 'failed' && <p role="alert">{t('common.failed')}</p>}
      </div>
    </form>
  );
}
