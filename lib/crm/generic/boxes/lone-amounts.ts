import { ownText, textOf } from '../../dom/text-of';
import { foldWord } from '../../parse/fold-word';
import { asWords } from '../as-words';
import { moneyIn } from '../money-in';
import { machineNames } from '../table';

/** An amount of a card that nothing labels. */
export interface LoneAmount {
  readonly place: Element;
  readonly lines: readonly string[];
  /** False where it may be another amount than the deal's. */
  readonly isOwn: boolean;
}

/** Attributes that say something to the user. */
export const texts = 'title,aria-label,alt,data-tooltip'.split(',');
/** What stands as a heading on a card may be its title, however short or often it is. */
export const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';
/** What stands with an amount that is not the deal's, or not all of it. */
const otherAmounts =
  /weight|gewicht|vaegt|vektet|vikta[dt]|ponder|pesat|vagd|gewogen|wazon|vazen|painot|agirlik|加重|expected|forecast|margin|discount|rabat|tax|recurring|month|week|year|quarter|(?<!m)annual|annuel|annuo|\banual|\b(?:halv)?arlig[et]?\b|mrr|arr\b|\/ ?(?:mo|yr|m|y|mnd|md)\b|maned|maand|monat|jahr|\bmois|\bmes\b|\b(?:bi|tri)?mens(?:u|il)|mensal|miesi|roczn|mesic|rocn|aylik|yillik|月額|年額|paid|balance|budget|due|renewal|\bdeposit\b|\bfee\b/;

/** `$12.5K (expected: $1.2K)`: a bracket speaks of an amount of its own. `3 weeks ago`: not each. */
const notOfIt =
  /\([^()]*\p{Sc}[^()]*\)|\d+ (?:week|month|quarter|year)s? ago|\bil y a \d+ mois|\bvor \d+ (?:monat|jahr)en?|\bfor \d+ maned(?:er)? siden/gu;

/** Amounts with a currency that nothing labels: one is the deal's, two are a question, and so is one of another kind. */
export function loneAmounts({
  places,
  card,
  name,
  isClaimed,
  isRepeated,
}: {
  readonly places: readonly Element[];
  readonly card: Element;
  /** What shows the deal's name, if it stands first or links to the deal. */
  readonly name: Element | undefined;
  /** Whether something says what a place is. */
  readonly isClaimed: (place: Element) => boolean;
  /** Whether most cards show a text. */
  readonly isRepeated: (text: string) => boolean;
}): LoneAmount[] {
  const isOfAnother = (place: Element): boolean => {
    const { previousElementSibling: before, parentElement: parent } = place;
    if (isQualified(place, name)) return true;
    // Words around a value in the same line: `Balance: <b>$50</b>`.
    if (before === null)
      return parent !== null && parent !== card && (/\p{L}/u.test(ownText(parent)) || isOfAnother(parent));
    const text = textOf(before);
    if (text === '' || isClaimed(before) || isName(before, name) || before.closest('a') !== null)
      return false;
    // An amount is no label of the next one, and nor is a day that several cards show.
    if (moneyIn(text) !== undefined) return isOfAnother(before);
    return before.matches('dt,label,small,th') || (isRepeated(text) && !/\d/.test(text));
  };
  return places
    .filter((place) => ownText(place).trim() !== '' && !isClaimed(place))
    .flatMap((place) => {
      const money = moneyIn(textOf(place));
      if (money === undefined) return [];
      return { place, lines: [money], isOwn: !isOfAnother(place) };
    });
}

/** Whether a place's names, or what stands right before (unless that is the deal's name) or after it, make of an amount another one. */
export function isQualified(place: Element, name: Element | undefined): boolean {
  const { previousElementSibling: before, nextElementSibling: after } = place;
  const beside = [before !== null && isName(before, name) ? null : before, after].map((one) =>
    one === null ? '' : textOf(one),
  );
  return [...namesOf(place), ...beside, textOf(place)].some((text) =>
    otherAmounts.test(foldWord(text).replace(notOfIt, '')),
  );
}

/** "Annual service" is no annual amount where it is the deal's name, or all that stands around it. */
function isName(place: Element, name: Element | undefined): boolean {
  return name !== undefined && textOf(place) === textOf(name);
}

/**
 * Whether a word or two may say of the amount before them that it is another one, `$99 <i>monthly</i>`; or a heading, of the
 * amount below it.
 */
export function isQualifier(place: Element): boolean {
  const beside = place.matches(headings) ? place.nextElementSibling : place.previousElementSibling;
  const text = foldWord(textOf(place));
  return (
    beside !== null &&
    moneyIn(textOf(beside)) !== undefined &&
    text.split(' ').length <= 2 &&
    otherAmounts.test(text)
  );
}

/** All that the markup calls a place. */
function namesOf(place: Element): readonly string[] {
  return [...texts, ...machineNames, 'class'].flatMap((name) => asWords(place.getAttribute(name) ?? ''));
}
