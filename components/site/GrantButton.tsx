import { useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import css from './site.module.css';

/** Asks the browser for one site. A refusal is no error: it says what follows from it. */
export function GrantButton({
  host,
  origin,
  prominent = false,
}: {
  host: string;
  origin: string;
  prominent?: boolean;
}) {
  const platform = usePlatform();
  const [state, run] = useAction();
  const [denied, setDenied] = useState(false);
  const ask = () =>
    run(async () => {
      setDenied(!(await platform.requestAccess(origin)));
    });
  return (
    <>
      <Button
        look={prominent ? 'primary' : 'plain'}
        data-testid="grant"
        disabled={state === 'pending'}
        onClick={ask}
      >
        {t('site.grant')}
      </Button>
      {(denied || state === 'failed') && (
        <p className={css.denied} role="status" data-testid="denied">
          {t('site.denied', { host })}
        </p>
      )}
    </>
  );
}
