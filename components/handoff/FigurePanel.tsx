import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../lib/i18n/i18n';
import { useEscape } from '../hooks/use-escape';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import css from './HandoffsView.module.css';

/** What an opened figure is made of: its heading, how it is worked out, and its rows. */
export function FigurePanel(props: {
  id: string;
  testid: string;
  /** How many it is made of; `undefined` while that is worked out. */
  n: number | undefined;
  heading: string;
  whose: string;
  working: ReactNode;
  children: ReactNode;
  onClose: () => void;
}) {
  const { id, testid, n, heading, whose, working, children, onClose } = props;
  useEscape(onClose);
  const focused = useRef<HTMLHeadingElement>(null);
  // Who has opened it goes on reading there.
  useEffect(() => focused.current?.focus(), []);
  return (
    <section
      className={css.panel}
      aria-labelledby={id}
      data-testid={testid}
      data-n={n}
      aria-busy={n === undefined}
    >
      <div className={css.sub}>
        <h2 id={id} ref={focused} tabIndex={-1}>
          {n === undefined ? t('handoffs.finding') : heading}
        </h2>
        {whose !== '' && <p>{whose}</p>}
        <IconButton label={t('common.close')} onClick={onClose} data-testid={`${testid}-close`}>
          <Icon name="close" />
        </IconButton>
      </div>
      {working !== undefined && (
        <p className={css.working} data-testid="working">
          {working}
        </p>
      )}
      {children}
    </section>
  );
}
