import type { StatedHistory } from '../../deal/deal';
import { currencyOf, decimalText, isRecord, recordsOf } from '../sync/guards';
import { historyOf, stepsOf, type Track } from '../sync/history-of';
import type { Row } from './api';
import { dayOfMs, instantOfText } from './record';
import type { HubspotWords } from './words';

type Side = string | null | undefined;

/**
 * The life of a deal from the versions of its properties (facts.md 2.3): each has all values that it ever had, with the
 * instant since when.
 */
export function historyOfVersions(
  object: unknown,
  words: HubspotWords,
  until: string,
): StatedHistory | undefined {
  const properties = isRecord(object) ? object['properties'] : undefined;
  if (!isRecord(properties)) return undefined;
  const stageOf = (value: unknown): Side => words.stages.get(String(value))?.name;
  const outcomeOf = (value: unknown): Side => words.stages.get(String(value))?.outcome;
  const ownerOf = (value: unknown): Side => words.owners.get(String(value));
  const { deal_currency_code: currency } = properties;
  const isOneCurrency = !isRecord(currency) || (recordsOf(currency['versions']) ?? []).length <= 1;
  const code = currencyOf(isRecord(currency) ? currency['value'] : null);
  return historyOf(
    [
      ...trackOf('stage', properties['dealstage'], stageOf),
      ...trackOf('outcome', properties['dealstage'], outcomeOf),
      ...trackOf('owner', properties['hubspot_owner_id'], ownerOf),
      ...trackOf('closeOn', properties['closedate'], dayOfMs),
      // What amounts were counted in before their currency changed, nothing tells.
      ...(isOneCurrency && code !== undefined
        ? trackOf('amount', properties['amount'], decimalText)
        : []
      ).map((track) => ({
        ...track,
        currency: code ?? undefined,
      })),
    ],
    until,
  );
}

/** Nothing where a version is not as we know it: a gap would pass for a change. */
function trackOf(field: Track['field'], property: unknown, sideOf: (value: unknown) => Side): Track[] {
  if (!isRecord(property)) return [];
  const sided = (value: unknown): Side => (value === null || value === '' ? null : sideOf(value));
  const versions = (recordsOf(property['versions']) ?? []).flatMap((version: Row) => {
    const at = instantOfText(version['timestamp']);
    const value = sided(version['value']);
    return at === undefined || value === undefined ? [] : [{ at, value }];
  });
  const now = sided(property['value'] ?? null);
  if (
    versions.length === 0 ||
    versions.length !== recordsOf(property['versions'])?.length ||
    now === undefined
  )
    return [];
  // They come with the newest first.
  const oldestFirst = versions.toReversed().toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (oldestFirst.at(-1)?.value !== now) return [];
  return [{ field, steps: stepsOf(oldestFirst), now, isKept: true }];
}
