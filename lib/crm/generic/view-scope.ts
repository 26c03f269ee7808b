import { isHidden } from '../dom/is-hidden';
import { textOf } from '../dom/text-of';
import { foldWord } from '../parse/fold-word';
import { parseOutcome } from '../parse/parse-outcome';
import { around } from './around';

/** The filter in force, as the page states it. */
export interface Scope {
  readonly scope: string;
  readonly means: 'open' | 'won' | 'lost' | 'all' | undefined;
}

const allWords = new Set(
  'all|all deals|all opportunities|alle|alle aftaler|alle deals|tous|toutes|todos|todas|todos los negocios|alla|tutti|tutte'.split(
    '|',
  ),
);
const active = '[aria-current]:not([aria-current=false]),[aria-selected=true],[role=tab][data-state=active]';
/** Parameters of an address that may name the filter in force. */
export const viewParams: readonly string[] = ['view', 'filter', 'scope', 'status', 'tab'];
const drawnAs = /^(?:list|table|grid|board|kanban|cards?|default|main)$/i;

/**
 * The filter in force: the label of the current tab that stands nearest above the list, else a view parameter of the
 * address if it is a known word. `undefined` where the page does not say or says two things.
 */
export function scopeOf(list: Element, url: URL): Scope | undefined {
  for (const tabs of around(list, active)) {
    const labels = tabs
      .filter((tab) => !isHidden(tab) && !tab.matches('th,td,tr,option,[role=row],[role=option]'))
      .filter((tab) => tab.closest('header,[role=banner],footer,[hidden],[aria-hidden=true]') === null)
      .map((tab) => withoutCount(textOf(tab)))
      .filter((label) => /\p{L}/u.test(label) && label.length <= 60);
    const known = labels.filter((label) => meaningOf(label) !== undefined);
    const told = new Set(known.length > 0 ? known : labels);
    const [only] = told;
    if (told.size === 1 && only !== undefined) return { scope: only, means: meaningOf(only) };
    if (told.size > 1) return undefined;
  }
  const stated = viewParams
    .map((name) => url.searchParams.get(name))
    .find((value) => value && meaningOf(value));
  return stated ? { scope: stated, means: meaningOf(stated) } : undefined;
}

/** `Open (120)`, `Open 120`: the count is not the filter's name. */
function withoutCount(label: string): string {
  return label.replace(/[\s(]*\d[\d.,\s]*\)?$/, '').trim();
}

/** Whether a value of such a parameter is a known filter, or only says how the list is drawn. */
export function isViewWord(value: string): boolean {
  return meaningOf(value) !== undefined || drawnAs.test(value);
}

function meaningOf(label: string): Scope['means'] {
  return allWords.has(foldWord(label))
    ? 'all'
    : parseOutcome(label.replace(/\s+(?:deals|opportunities|aftaler)$/i, ''));
}
