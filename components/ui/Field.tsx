import { useId, type ReactNode } from 'react';
import css from './Field.module.css';

interface ControlProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A labelled control with its hint, or what is wrong with what was typed. */
export function Field(props: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const said = props.error ?? props.hint;
  return (
    <div className={css.field}>
      <label htmlFor={id}>{props.label}</label>
      {props.children({
        id,
        className: css.control,
        'aria-describedby': said === undefined ? undefined : `${id}-said`,
        'aria-invalid': props.error === undefined ? undefined : true,
      })}
      {said !== undefined && (
        <p
          id={`${id}-said`}
          className={props.error === undefined ? css.hint : css.error}
          role={props.error === undefined ? undefined : 'alert'}
        >
          {said}
        </p>
      )}
    </div>
  );
}
