import { useEffect, useState } from 'react';
import { Hidden } from '../../ui/Hidden';

/** How long nothing changes before it is said: not at every step of a slider. */
const quietMs = 700;

/** Says a sentence to who listens, once it has stood for a moment, and not the one that stood at first. */
export function SaidLater({ text }: { text: string }) {
  const [first] = useState(text);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(
      () => setSaid((before) => (before === '' && text === first ? '' : text)),
      quietMs,
    );
    return () => clearTimeout(timer);
  }, [text, first]);
  return (
    <Hidden>
      <span role="status">{said}</span>
    </Hidden>
  );
}
