import type { ReactNode } from 'react';
import css from './Note.module.css';
import { cx } from './cx';

/** Sentences that stand out of the page, with what to do. `warn` says it with a shape as well as a colour. */
export function Note(props: {
  tone?: 'quiet' | 'warn' | 'bad';
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  role?: 'status' | 'alert';
  testid?: string;
}) {
  const tone = props.tone ?? 'quiet';
  return (
    <div className={cx(css.note, css[tone])} role={props.role} data-testid={props.testid}>
      {props.title !== undefined && <p className={css.title}>{props.title}</p>}
      {props.children !== undefined && <div>{props.children}</div>}
      {props.actions !== undefined && <div className={css.actions}>{props.actions}</div>}
    </div>
  );
}
