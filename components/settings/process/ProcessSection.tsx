import { useMemo, useState } from 'react';
import { defaultProcess } from '../../../lib/deal/default-process';
import { processOn } from '../../../lib/deal/process-on';
import type { SeenNames } from '../../../lib/handoff/seen-names';
import { suggestStages } from '../../../lib/handoff/suggest-stages';
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
import { HoursFields } from './HoursFields';
import { PeopleFields } from './PeopleFields';
import { ProcessVersions } from './ProcessVersions';
import { QualificationFields } from './QualificationFields';
import { StageFields } from './StageFields';

/** Who is who, and by which rules the baton passes. Nothing of it is kept before it is saved, for a day and those after it. */
export function ProcessSection() {
  const platform = usePlatform();
  const { today } = useFormat();
  const versions = useLive(platform.processes);
  const seen = useLive(platform.seenNames);
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
    follow(
      platform.saveProcess(version).then((said) => {
        if (!('refused' in said)) setEdited(undefined);
        return said;
      }),
    );
  };
  return (
    <Section name="process" title={t('process.title')} means={t('process.means')}>
      {seen === undefined ? (
        <p role="status">{t('process.looking')}</p>
      ) : (
        <WhoAndWhat draft={draft} seen={seen} onChange={change} />
      )}
      <QualificationFields
        fields={draft.fields}
        seen={seen?.fields ?? []}
        faults={faults}
        onChange={(fields) => change({ fields })}
      />
      <AgreedTimes draft={draft} faults={faults} onChange={change} />
      <HoursFields draft={draft} faults={faults} onChange={change} />
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
      {faults.length > 0 && (
        <p className={css.bad} role="alert">
          {t('process.notSaved')}
        </p>
      )}
      {edited === undefined ? <Saved state={state} /> : <p className={css.hint}>{t('process.unsaved')}</p>}
      <ProcessVersions
        versions={versions}
        onShow={(version) => {
          setFaults([]);
          setEdited(draftOf(version));
        }}
      />
    </Section>
  );
}

/** What is said of the persons and stages that deals name. */
function WhoAndWhat(props: {
  draft: ProcessDraft;
  seen: SeenNames;
  onChange: (change: Partial<ProcessDraft>) => void;
}) {
  const { draft, seen, onChange } = props;
  const suggestions = useMemo(() => suggestStages(seen.stages), [seen.stages]);
  const said = draft.stages.filter(({ isQualified }) => isQualified).map(({ name }) => name);
  const likely = [...suggestions].flatMap(([name, { isQualified }]) => (isQualified ? [name] : []));
  return (
    <>
      <PeopleFields
        people={draft.people}
        seen={seen}
        qualified={new Set(said.length > 0 ? said : likely)}
        onChange={(people) => onChange({ people })}
      />
      <StageFields
        stages={draft.stages}
        seen={seen.stages}
        suggestions={suggestions}
        onChange={(stages) => onChange({ stages })}
      />
    </>
  );
}
