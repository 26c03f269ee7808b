import css from './ProgressBar.module.css';

/** How far a piece of work has come; `total` is absent where nobody knows it. `label` names the work. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total: number | undefined;
}) {
  return (
    <progress
      className={css.bar}
      aria-label={label}
      max={total ?? 1}
      value={total === undefined ? undefined : Math.min(done, total)}
    />
  );
}
