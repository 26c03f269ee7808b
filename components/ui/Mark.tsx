import css from './Mark.module.css';

/** Two runners' lanes that overlap in the exchange zone. */
export function Mark() {
  return (
    <svg className={css.mark} viewBox="0 0 16 16" aria-hidden="true">
      <rect className={css.front} x="5" y="2.5" width="10.5" height="4.8" rx="2.4" />
      <rect className={css.back} x=".5" y="8.7" width="10.5" height="4.8" rx="2.4" />
    </svg>
  );
}
