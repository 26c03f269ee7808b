import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import type { Company, PastChange, PastDeal } from './company';
import { Unusable } from './unusable';

type Row = Readonly<Record<string, string | undefined>>;

/**
 * Reads `deals.csv` and, where there is one, `history.csv`. Stages are ordered by how late in a deal's life they are
 * reached on average; nothing is known of configured chances, so each has the share of its place in that order.
 */
export function readCompany(folder: string): Company {
  if (!existsSync(join(folder, 'deals.csv'))) throw new Unusable(`There is no deals.csv in ${folder}.`);
  const deals = rowsOf(join(folder, 'deals.csv')).map(dealOf);
  const historyFile = join(folder, 'history.csv');
  const history = existsSync(historyFile) ? rowsOf(historyFile).map(changeOf) : [];
  const days = [
    ...deals.flatMap(({ createdAt, closedAt }) => [createdAt, closedAt ?? createdAt]),
    ...history.map(({ at }) => at),
  ].map((text) => dayNumber(text) ?? 0);
  const closings = deals.flatMap(({ closedAt }) => (closedAt === null ? [] : (dayNumber(closedAt) ?? 0)));
  const firstCreated = Math.min(...deals.map(({ createdAt }) => dayNumber(createdAt) ?? Infinity));
  return {
    name: basename(folder),
    deals,
    history,
    stages: stagesOf(deals, history),
    dataStart: dayText(startOfRecord(firstCreated, closings)),
    knownUntil: dayText(days.reduce((last, day) => Math.max(last, day), 0) + 1),
  };
}

function rowsOf(file: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

function dealOf(row: Row): PastDeal {
  const text = (name: string): string | null => row[name] || null;
  const number = (name: string): number | null => (row[name] ? Number(row[name]) : null);
  const status = row['status'];
  if (!row['id'] || !row['createdAt'] || (status !== 'open' && status !== 'won' && status !== 'lost')) {
    throw new Unusable(`deals.csv holds a deal without id, createdAt or status: ${JSON.stringify(row)}`);
  }
  return {
    id: row['id'],
    createdAt: row['createdAt'],
    owner: text('owner'),
    team: text('team'),
    region: text('region'),
    product: text('product'),
    source: text('source'),
    amount: number('amount'),
    stage0: text('stage0'),
    status,
    closedAt: text('closedAt'),
    closedAmount: number('closedAmount'),
  };
}

function changeOf(row: Row): PastChange {
  return {
    id: row['id'] ?? '',
    at: row['at'] ?? '',
    field: row['field'] ?? '',
    from: row['from'] || null,
    to: row['to'] || null,
  };
}

/**
 * The first closing where a tenth of all deals were created before it and it comes late, else the first creation: a source that begins with
 * deals already open has lost the closings before.
 */
function startOfRecord(firstCreated: number, closings: readonly number[]): number {
  const first = Math.min(...closings);
  return Number.isFinite(first) && first - firstCreated > 60 ? first : firstCreated;
}

function stagesOf(deals: readonly PastDeal[], history: readonly PastChange[]): Company['stages'] {
  const place = new Map<string, { sum: number; count: number }>();
  const note = (stage: string | null, nth: number): void => {
    if (stage === null) return;
    const so = place.get(stage) ?? { sum: 0, count: 0 };
    place.set(stage, { sum: so.sum + nth, count: so.count + 1 });
  };
  const moves = new Map<string, number>();
  for (const { stage0 } of deals) note(stage0, 0);
  for (const { id, field, to } of history) {
    if (field !== 'stage') continue;
    const nth = (moves.get(id) ?? 0) + 1;
    moves.set(id, nth);
    note(to, nth);
  }
  const stages = [...place]
    .map(([id, { sum, count }]) => ({ id, mean: sum / count }))
    .sort((a, b) => a.mean - b.mean || (a.id < b.id ? -1 : 1));
  return stages.map(({ id }, at) => ({ id, order: at + 1, probability: (at + 1) / (stages.length + 1) }));
}
