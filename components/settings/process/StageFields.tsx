import type { ProcessStage } from '../../../lib/deal/process';
import type { SeenStage } from '../../../lib/handoff/seen-names';
import type { StageSuggestion } from '../../../lib/handoff/suggest-stages';
import { t } from '../../../lib/i18n/i18n';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format-context';
import css from './process.module.css';
import { StageLine } from './StageLine';
import { withStage } from './stages-draft';

/** Every open stage: whose it is, whether whoever gets there has been accepted, or sent back. */
export function StageFields(props: {
  stages: readonly ProcessStage[];
  seen: readonly SeenStage[];
  suggestions: ReadonlyMap<string, StageSuggestion>;
  onChange: (stages: readonly ProcessStage[]) => void;
}) {
  const { stages, suggestions, onChange } = props;
  const { count } = useFormat();
  const names = new Set(props.seen.map(({ name }) => name));
  const gone = stages.filter(({ name }) => !names.has(name));
  const seen = [...props.seen, ...gone.map(({ name }) => ({ name, order: null, deals: 0 }))];
  const said = new Map(stages.map((stage) => [stage.name, stage]));
  const open = seen.filter(({ name }) => !said.has(name) && suggestions.has(name));
  const takeAll = () =>
    onChange(open.reduce((all, { name }) => withStage(all, name, suggestions.get(name) ?? {}), stages));
  return (
    <div className={css.part} role="group" aria-label={t('process.stages')}>
      <h3>{t('process.stages')}</h3>
      <p className={css.hint}>{t('process.stagesMeans')}</p>
      {seen.length === 0 && <p>{t('process.noStages')}</p>}
      {open.length > 0 && (
        <Button slim data-testid="process-take-stages" onClick={takeAll}>
          {t('process.takeStages', open.length, { count: count(open.length) })}
        </Button>
      )}
      <ul className={css.rows}>
        {seen.map((one) => (
          <StageLine
            key={one.name}
            seen={one}
            stage={said.get(one.name)}
            suggestion={suggestions.get(one.name)}
            onChange={(change) => onChange(withStage(stages, one.name, change))}
          />
        ))}
      </ul>
    </div>
  );
}
