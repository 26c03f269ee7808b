import { useState } from 'react';
import { defaultProcess } from '../../../lib/deal/default-process';
import { processOn } from '../../../lib/deal/process-on';
import { t } from '../../../lib/i18n/i18n';
import { usePlatform } from '../../hooks/platform';
import { useLive } from '../../hooks/use-live';
import { useSave } from '../../hooks/use-save';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { useFormat } from '../../ui/format-context';
import { Saved } from '../../ui/Saved';
import { Section } from '../Section';
import css from '../SettingsView.module.css';
import { AgreedTimes } from './AgreedTimes';
import { draftOf, versionOf, type DraftFault, type ProcessDraft } from './draft';
import { ProcessVersions } from './ProcessVersions';

/** Who is who, and by which rules the baton passes. Nothing of it is kept before it is saved, for a day and those after it. */
export function ProcessSection() {
  const platform = usePlatform();
  const { today } = useFormat();
  const versions = useLive(platform.processes);
  const [edited, setEdited] = useState<ProcessDraft>();
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const [state, follow] = useSave();
  if (versions === undefined) return null;
  const present = processOn(versions, today) ?? defaultProcess(today, Temporal.Now.timeZoneId());
  const draft = edited ?? { ...draftOf(present), from: today };
  const change = (part: Partial<ProcessDraft>) => setEdited({ ...draft, ...part });
  const save = () => {
    const version = versionOf(draft);
    if (!('from' in version)) return setFaults(version);
    setFaults([]);
    const answer = platform.saveProcess(version);
    follow(answer);
    void answer.then(
      (said) => 'refused' in said || setEdited(undefined),
      () => {},
    );
  };
  return (
    <Section name="process" title={t('process.title')} means={t('process.means')}>
      <AgreedTimes draft={draft} faults={faults} onChange={change} />
      <form
        className={css.row}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={t('process.from')}
          hint={t('process.fromHint')}
          error={faults.some(({ at }) => at === 'from') ? t('process.badDay') : undefined}
        >
          {(control) => (
            <input
              {...control}
              data-testid="process-from"
              type="date"
              value={draft.from}
              onChange={({ target }) => change({ from: target.value })}
            />
          )}
        </Field>
        <Button type="submit" look="primary" className={css.beside} data-testid="process-save">
          {t('process.save')}
        </Button>
      </form>
      <Saved state={state} />
      <ProcessVersions versions={versions} />
    </Section>
  );
}
