import type { ComponentProps } from 'react';
import css from './Button.module.css';
import { cx } from './cx';

type Look = 'plain' | 'primary' | 'quiet' | 'danger';

/** A button of at least 24 px. `slim`: for strips and footers. */
export function Button({
  look = 'plain',
  slim = false,
  className,
  ...rest
}: ComponentProps<'button'> & { look?: Look; slim?: boolean }) {
  return (
    <button type="button" {...rest} className={cx(css.button, css[look], slim && css.slim, className)} />
  );
}

/** A button that is a drawing alone; `label` is its name and its tooltip. */
export function IconButton({ label, className, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button type="button" {...rest} className={cx(css.icon, className)} aria-label={label} title={label} />
  );
}
