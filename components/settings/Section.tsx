import { useId, type ReactNode } from 'react';
import css from './SettingsView.module.css';

/** One subject of the settings: what it is on the left, its controls on the right. */
export function Section(props: { name: string; title: string; means: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id} data-section={props.name}>
      <div>
        <h2 id={id}>{props.title}</h2>
        <p className={css.means}>{props.means}</p>
      </div>
      <div className={css.stack}>{props.children}</div>
    </section>
  );
}
