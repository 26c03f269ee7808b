import type { Outcome } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import { IconButton } from '../ui/Button';
import css from './Teach.module.css';
import type { TeachDraft } from './teach-draft';

const outcomes = ['open', 'won', 'lost'] as const satisfies readonly Outcome[];

/** How each stage ends, and in which order they come. */
export function TeachStages(props: {
  stages: readonly string[];
  draft: TeachDraft;
  onChange: (draft: TeachDraft) => void;
}) {
  const { stages, draft } = props;
  if (stages.length === 0) return null;
  const move = (from: number, to: number) => {
    const [stage] = stages.slice(from, from + 1);
    if (stage === undefined) return;
    props.onChange({ ...draft, order: stages.toSpliced(from, 1).toSpliced(to, 0, stage) });
  };
  return (
    <fieldset className={css.stages}>
      <legend>{t('teach.stages')}</legend>
      <p className={css.means}>{t('teach.stagesMeans')}</p>
      <ol>
        {stages.map((stage, nth) => (
          <li key={stage} data-stage={stage}>
            <span className={css.stage}>{stage}</span>
            <select
              className={css.select}
              aria-label={t('teach.endsAs', { stage })}
              value={draft.outcomes[stage] ?? ''}
              onChange={({ target }) => {
                const { [stage]: _, ...others } = draft.outcomes;
                const outcome = outcomes.find((one) => one === target.value);
                props.onChange({
                  ...draft,
                  outcomes: outcome === undefined ? others : { ...others, [stage]: outcome },
                });
              }}
            >
              <option value="">{t('teach.unsaid')}</option>
              {outcomes.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {t(`outcomes.${outcome}`)}
                </option>
              ))}
            </select>
            <IconButton
              label={t('teach.up', { stage })}
              disabled={nth === 0}
              onClick={() => move(nth, nth - 1)}
            >
              ↑
            </IconButton>
            <IconButton
              label={t('teach.down', { stage })}
              disabled={nth === stages.length - 1}
              onClick={() => move(nth, nth + 1)}
            >
              ↓
            </IconButton>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
