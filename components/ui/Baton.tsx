import type { CSSProperties } from 'react';
import css from './Baton.module.css';
import { useFormat } from './format-context';
import { cx } from './cx';

/** The CRM's own odds of a deal: a baton that fills, and the number beside it; dashed where the CRM gives none. */
export function Baton({ probability }: { probability: number | null | undefined }) {
  const format = useFormat();
  if (probability === undefined || probability === null) {
    return (
      <span className={cx(css.odds, css.unknown)}>
        <i className={cx(css.baton, css.empty)} aria-hidden="true" />–
      </span>
    );
  }
  return (
    <span className={css.odds}>
      <i
        className={css.baton}
        style={{ '--p': `${probability * 100}%` } as CSSProperties}
        aria-hidden="true"
      />
      {format.percent(probability)}
    </span>
  );
}
