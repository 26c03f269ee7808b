import type { ReactNode } from 'react';
import css from './HandoffsView.module.css';

/** A figure that opens to the passes that it is made of. @param label Names the figure to who cannot see its column. */
export function FigureLink(props: {
  hash: string;
  label: string;
  testid?: string | undefined;
  /** For tests and other tools: to the last digit. */
  data?: { readonly value?: number; readonly n?: number };
  children: ReactNode;
}) {
  const { hash, label, testid, data, children } = props;
  return (
    <a
      className={css.figure}
      href={hash}
      data-testid={testid}
      data-value={data?.value}
      data-n={data?.n}
      aria-label={typeof children === 'string' ? `${label}: ${children}` : undefined}
      title={label}
    >
      {children}
    </a>
  );
}
