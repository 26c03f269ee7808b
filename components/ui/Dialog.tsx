import { useEffect, useId, useRef, type ReactNode } from 'react';
import css from './Dialog.module.css';

/** A modal question. The browser's own dialog keeps the focus inside and closes on Escape. */
export function Dialog(props: { open: boolean; title: string; onClose: () => void; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (props.open && dialog?.open === false) dialog.showModal();
    if (!props.open) dialog?.close();
  }, [props.open]);
  return (
    <dialog ref={ref} className={css.dialog} aria-labelledby={title} onClose={props.onClose}>
      <h2 id={title}>{props.title}</h2>
      {props.open && props.children}
    </dialog>
  );
}
