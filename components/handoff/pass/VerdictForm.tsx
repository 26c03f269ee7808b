import { useId, useState } from 'react';
import type { Verdict } from '../../../lib/deal/verdict';
import type { HandoffRow } from '../../../lib/handoff/handoff-row';
import { RETURN_REASONS } from '../../../lib/handoff/return-reason';
import { t } from '../../../lib/i18n/i18n';
import { useSaveVerdict } from '../../hooks/use-save-verdict';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { useFormat } from '../../ui/format-context';
import { Saved } from '../../ui/Saved';
import css from './pass.module.css';
import { decisionText, returnText } from './pass-text';

const decisions = ['accepted', 'rejected', 'recycled'] as const;

/** Says that a pass is accepted or goes back, and why. It stays in Stafet. */
export function VerdictForm({ row }: { row: HandoffRow }) {
  const { now } = useFormat();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [decision, setDecision] = useState<(typeof decisions)[number]>('accepted');
  const [reason, setReason] = useState<Verdict['reason']>();
  const [note, setNote] = useState('');
  const [state, save] = useSaveVerdict(row);
  const submit = async () => {
    const why = decision === 'accepted' ? undefined : reason;
    const isKept = await save({
      decision,
      ...(why === undefined ? {} : { reason: why }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    if (!isKept) return;
    setIsOpen(false);
    setNote('');
  };
  if (!isOpen)
    return (
      <div className={css.add}>
        <Button slim data-testid="verdict-add" onClick={() => setIsOpen(true)}>
          {t('pass.add')}
        </Button>
        <span className={css.grey}>{t('pass.stays')}</span>
      </div>
    );
  return (
    <form
      className={css.form}
      data-testid="verdict-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset>
        <legend>{t('pass.verdict')}</legend>
        {decisions.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={id}
              value={one}
              checked={decision === one}
              onChange={() => setDecision(one)}
            />
            {decisionText(one)}
          </label>
        ))}
      </fieldset>
      {decision !== 'accepted' && (
        <Field label={t('pass.reason')}>
          {(control) => (
            <select
              {...control}
              data-testid="verdict-reason"
              value={reason ?? ''}
              onChange={({ target }) => setReason(RETURN_REASONS.find((one) => one === target.value))}
            >
              <option value="">{t('pass.noReason')}</option>
              {RETURN_REASONS.map((one) => (
                <option key={one} value={one}>
                  {returnText(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('pass.note')} hint={now > row.until ? t('pass.tooLate') : undefined}>
        {(control) => (
          <textarea
            {...control}
            data-testid="verdict-note"
            rows={2}
            maxLength={2000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <div className={css.add}>
        <Button slim look="primary" type="submit" data-testid="verdict-save">
          {t('pass.save')}
        </Button>
        <Button slim onClick={() => setIsOpen(false)}>
          {t('common.cancel')}
        </Button>
        <span className={css.grey}>{t('pass.stays')}</span>
      </div>
      <Saved state={state === 'saved' ? 'idle' : state} />
    </form>
  );
}
