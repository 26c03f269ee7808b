import { useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** Removes everything that Stafet has stored, after a word is typed: there is no way back. */
export function WipeSection() {
  const platform = usePlatform();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [wiped, setWiped] = useState(false);
  const [state, run] = useAction();
  const word = t('wipe.word');
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  const wipe = () =>
    run(async () => {
      await platform.wipeEverything();
      setWiped(true);
      close();
    });
  return (
    <Section name="wipe" title={t('wipe.title')} means={t('wipe.means')}>
      <Button look="danger" data-testid="wipe-everything" onClick={() => setOpen(true)}>
        {t('wipe.button')}
      </Button>
      <p className={css.good} role="status">
        {wiped ? t('wipe.done') : ''}
      </p>
      <Dialog open={open} title={t('wipe.question')} onClose={close}>
        <form
          method="dialog"
          className={css.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim().toLowerCase() === word) wipe();
          }}
        >
          <p>{t('wipe.consequence')}</p>
          <Field label={t('wipe.type', { word })} error={state === 'failed' ? t('common.failed') : undefined}>
            {(control) => (
              <input
                {...control}
                data-testid="wipe-word"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <div className={css.buttons}>
            <Button
              type="submit"
              look="danger"
              data-testid="wipe-confirm"
              disabled={typed.trim().toLowerCase() !== word || state === 'pending'}
            >
              {t('wipe.button')}
            </Button>
            <Button onClick={close}>{t('common.cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </Section>
  );
}
