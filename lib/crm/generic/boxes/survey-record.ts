import type { SurveyedColumn } from '../../../deal/mapping';
import type { Page } from '../../adapter';
import type { Steps } from '../../dom/in-slices';
import { grouped } from '../../../deal/grouped';
import { foldWord } from '../../parse/fold-word';
import type { SurveyedView } from '../../surveyed-view';
import { lastIdOf } from '../deal-id';
import { fieldOfHeading } from '../field-of-heading';
import { guessColumns } from '../guess-columns';
import { namesField, pairsIn, type Pair } from '../pairs';
import { recordOf } from '../record-of';
import { rootOf } from '../root-of';
import { shownAt } from '../shown';
import { surveyed, surveyedBy } from './surveyed';
import { isTaughtRecord, taughtView } from '../taught';
import { withoutHeading } from '../without-heading';

/** Fewer labelled values make no record. */
const fewest = 3;

/**
 * What was understood of the record that is open, whether or not it was found to be a deal's. `undefined`: the address
 * names no single thing, or the page has no labelled values.
 */
export function* surveyRecord(page: Page): Steps<SurveyedView | undefined> {
  if ((recordOf(page)?.id ?? lastIdOf(page.url)) === undefined) return undefined;
  const found = alike(yield* pairsIn(rootOf(page.document), () => true, namesField));
  const byKey = grouped(found, ({ heading }) => foldWord(heading));
  if (byKey.size < fewest) return undefined;
  const mapping = taughtView(page, 'record');
  const taught = mapping !== undefined && isTaughtRecord([...byKey.keys()], mapping) ? mapping : undefined;
  const firsts = [...byKey.values()].flatMap(([first]) => first ?? []);
  const guesses = guessColumns(firsts);
  const columns: SurveyedColumn[] = [];
  for (const [key, pairs] of byKey) {
    yield;
    const [first] = pairs;
    if (first === undefined) continue;
    columns.push({
      key,
      heading: first.heading,
      ...surveyedBy(first, guesses, taught?.columns[key]),
      values: [...new Set(pairs.map(textOf))].filter((text) => text !== ''),
    });
  }
  const places = new Map([...byKey].map(([key, pairs]) => [key, pairs.map(({ value }) => value)]));
  // A record shows more or fewer values from deal to deal: only one that was chosen is missed.
  return { places, survey: surveyed(page, 'record', { columns, taught, hasNew: false }) };
}

/**
 * Labels among all short texts that have another one behind them: those that are marked as such, those that name a field,
 * and those that are drawn like these; where there are none of these, those that are drawn like most.
 */
function alike(pairs: readonly Pair[]): readonly Pair[] {
  const isMarked = ({ label, heading }: Pair) =>
    label.matches('label,dt,th') || fieldOfHeading(heading) !== undefined;
  const sizes = new Map<string, number>();
  const looks = new Set<string>();
  for (const pair of pairs) {
    const look = lookOf(pair.label);
    sizes.set(look, (sizes.get(look) ?? 0) + 1);
    if (isMarked(pair)) looks.add(look);
  }
  const most = Math.max(...sizes.values());
  return pairs.filter(({ label }) => {
    const look = lookOf(label);
    return looks.size === 0 ? sizes.get(look) === most : looks.has(look);
  });
}

function lookOf(label: Element): string {
  return `${label.tagName} ${[...label.classList].toSorted().join(' ')}`;
}

function textOf({ label, value, heading }: Pair): string {
  const seen = shownAt(value);
  const shown = value.contains(label) ? withoutHeading(seen, heading) : seen;
  return shown.lines.join(' ').slice(0, 120);
}
