import { useCallback, useState, type ReactNode } from 'react';
import css from './Scroll.module.css';

/** What is wider than the page scrolls by itself, and then can be reached and scrolled by keyboard. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  const [isWider, setIsWider] = useState(false);
  const follow = useCallback((box: HTMLElement | null) => {
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => setIsWider(box.scrollWidth > box.clientWidth));
    for (const one of [box, ...box.children]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={follow}
      className={css.scroll}
      role={isWider ? 'group' : undefined}
      aria-label={isWider ? label : undefined}
      // It scrolls: whoever has no mouse must be able to stand on it.
      tabIndex={isWider ? 0 : undefined}
    >
      {children}
    </div>
  );
}
