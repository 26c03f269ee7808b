import { useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import css from './site.module.css';

/** Lets the user copy what was looked for on a page that was not recognised, to send it to whoever can mend that. */
export function CopyReport({ report }: { report: string }) {
  const [state, run] = useAction();
  const [copied, setCopied] = useState<string>();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(report);
    setCopied(report);
  };
  return (
    <div className={css.actions}>
      <Button slim data-testid="copy-report" disabled={state === 'pending'} onClick={() => run(copy)}>
        {t('site.copyReport')}
      </Button>
      <span role="status" className={css.text}>
        {state === 'failed' ? t('common.failed') : copied === report ? t('site.copied') : ''}
      </span>
    </div>
  );
}
