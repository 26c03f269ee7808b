import { useId, useState } from 'react';
import type { Settings } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { useSaveSettings } from '../hooks/use-save-settings';
import { Field } from '../ui/Field';
import { Saved } from '../ui/Saved';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** Who the user is among the owners of deals. Saved on leaving the field, or on Enter. */
export function MeSection({ settings }: { settings: Settings }) {
  const platform = usePlatform();
  const owners = useLive(platform.owners) ?? [];
  const [state, save] = useSaveSettings();
  const [typed, setTyped] = useState(settings.me ?? '');
  const list = useId();
  const keep = () => {
    const me = typed.trim() || undefined;
    if (me === settings.me) return;
    // Figures of oneself stay those of oneself.
    const isMine = settings.me !== undefined && settings.scope === `person:${settings.me}`;
    const scope = me === undefined ? null : `person:${me}`;
    save({ me: me ?? null, ...(isMine ? { scope } : {}) });
  };
  return (
    <Section name="me" title={t('settings.me')} means={t('settings.meMeans')}>
      <form
        className={css.narrow}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Field label={t('settings.myName')} hint={t('settings.myNameHint')}>
          {(control) => (
            <input
              {...control}
              data-testid="setting-me"
              list={list}
              maxLength={200}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={keep}
            />
          )}
        </Field>
        <datalist id={list}>
          {owners.map((owner) => (
            <option key={owner}>{owner}</option>
          ))}
        </datalist>
      </form>
      <Saved state={state} />
    </Section>
  );
}
