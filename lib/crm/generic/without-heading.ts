import type { Shown } from './shown';

/** What a place shows besides its own label, which stands first in it. */
export function withoutHeading(shown: Shown, heading: string): Shown {
  const [first = '', ...others] = shown.lines;
  if (heading === '' || !first.startsWith(heading)) return shown;
  const rest = first.slice(heading.length).replace(/^[\s:]+/, '');
  return { ...shown, lines: rest === '' ? others : [rest, ...others] };
}
