import type { ProcessStage } from '../../../lib/deal/process';
import type { SeenStage } from '../../../lib/handoff/seen-names';
import type { StageReason, StageSuggestion } from '../../../lib/handoff/suggest-stages';
import { t } from '../../../lib/i18n/i18n';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format-context';
import css from './process.module.css';

const owners = ['', 'sdr', 'ae'] as const;

/** One open stage, and what its name suggests. */
export function StageLine(props: {
  seen: SeenStage;
  /** What is said of it; absent: nothing. */
  stage: ProcessStage | undefined;
  suggestion: StageSuggestion | undefined;
  onChange: (change: Partial<Omit<ProcessStage, 'name'>>) => void;
}) {
  const { seen, stage, suggestion, onChange } = props;
  const { name } = seen;
  const { count } = useFormat();
  return (
    <li className={css.line} data-testid="process-stage">
      <span className={css.name}>
        {name}
        <small>{t('process.openDeals', seen.deals, { count: count(seen.deals) })}</small>
      </span>
      <select
        className={css.select}
        aria-label={t('process.whoseIs', { name })}
        value={stage?.role ?? ''}
        onChange={({ target }) => onChange({ role: owners.find((one) => one === target.value) || null })}
      >
        {owners.map((owner) => (
          <option key={owner} value={owner}>
            {ownerText(owner)}
          </option>
        ))}
      </select>
      <span className={css.checks}>
        <label>
          <input
            type="checkbox"
            aria-label={t('process.qualifiedOf', { name })}
            checked={stage?.isQualified ?? false}
            onChange={({ target }) =>
              onChange({ isQualified: target.checked, ...(target.checked && { isNurture: false }) })
            }
          />
          {t('process.qualified')}
        </label>
        <label>
          <input
            type="checkbox"
            aria-label={t('process.nurtureOf', { name })}
            checked={stage?.isNurture ?? false}
            onChange={({ target }) =>
              onChange({ isNurture: target.checked, ...(target.checked && { isQualified: false }) })
            }
          />
          {t('process.nurture')}
        </label>
      </span>
      {stage === undefined && suggestion !== undefined && (
        <p className={css.suggestion}>
          {t('process.suggested', { what: suggestedText(suggestion), why: whyText(suggestion.reason) })}
          <Button
            slim
            aria-label={t('process.takeStageOf', { name, what: suggestedText(suggestion) })}
            onClick={() => onChange(suggestion)}
          >
            {t('process.take')}
          </Button>
        </p>
      )}
    </li>
  );
}

function ownerText(owner: (typeof owners)[number]): string {
  switch (owner) {
    case '':
      return t('process.roleUnsaid');
    case 'sdr':
      return t('process.stageSdr');
    case 'ae':
      return t('process.stageAe');
  }
}

function suggestedText({ role, isQualified, isNurture }: StageSuggestion): string {
  if (isNurture) return t('process.nurture');
  const whose = ownerText(role ?? '');
  return isQualified ? t('process.andQualified', { whose }) : whose;
}

function whyText(reason: StageReason): string {
  return reason.kind === 'name'
    ? t('process.whyName', { word: reason.word })
    : t('process.whyAfter', { stage: reason.stage });
}
