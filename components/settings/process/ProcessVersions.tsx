import { useId, useState } from 'react';
import type { ProcessVersion } from '../../../lib/deal/process';
import { t } from '../../../lib/i18n/i18n';
import { usePlatform } from '../../hooks/platform';
import { useSave } from '../../hooks/use-save';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useFormat } from '../../ui/format-context';
import { Saved } from '../../ui/Saved';
import css from '../SettingsView.module.css';
import own from './process.module.css';

/** The versions of the rules, newest first; one is removed after a question. */
export function ProcessVersions(props: {
  versions: readonly ProcessVersion[];
  /** Shows one in the form. */
  onShow: (version: ProcessVersion) => void;
}) {
  const { versions } = props;
  const platform = usePlatform();
  const format = useFormat();
  const id = useId();
  const [asked, setAsked] = useState<string>();
  const [state, follow] = useSave();
  const remove = (from: string) => {
    follow(platform.dropProcess(from));
    setAsked(undefined);
  };
  return (
    <>
      <p className={css.hint}>{t('process.periods')}</p>
      {versions.length > 0 && (
        <ul className={own.versions} aria-label={t('process.versions')}>
          {versions.toReversed().map((version) => {
            const { from } = version;
            return (
              <li key={from} data-testid="process-version">
                <span id={`${id}-${from}`}>{t('process.since', { day: format.dateWithYear(from) })}</span>
                <Button
                  slim
                  look="quiet"
                  aria-describedby={`${id}-${from}`}
                  onClick={() => props.onShow(version)}
                >
                  {t('process.show')}
                </Button>
                <Button slim look="quiet" aria-describedby={`${id}-${from}`} onClick={() => setAsked(from)}>
                  {t('process.remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Saved state={state === 'saved' ? 'idle' : state} />
      <Dialog
        open={asked !== undefined}
        title={t('process.removeTitle', { day: format.dateWithYear(asked ?? '1970-01-01') })}
        onClose={() => setAsked(undefined)}
      >
        <div className={css.stack}>
          <p>{t('process.removeMeans')}</p>
          <div className={css.buttons}>
            <Button
              look="danger"
              data-testid="process-remove"
              onClick={() => asked !== undefined && remove(asked)}
            >
              {t('process.remove')}
            </Button>
            <Button onClick={() => setAsked(undefined)}>{t('common.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
