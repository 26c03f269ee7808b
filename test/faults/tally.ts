import type { Finding } from './compare';
import type { Outcome } from './rounds/round';

/** One line of the output: a round and what it found. */
export interface RoundLine {
  readonly side: 'guarded' | 'control';
  readonly round: number;
  readonly fault: string;
  readonly detail: string;
  readonly seed: number;
  /** Deals, changes, rates and settings that were newly acknowledged in this round. */
  readonly acknowledged: number;
  readonly lost: number;
  readonly partial: number;
  readonly wrong: number;
  readonly restored: number;
  /** What the extension says of what it has restored. */
  readonly notes?: readonly object[];
  /** Sessions in which the extension took no writes, because it waited for a store. */
  readonly heldSessions?: number;
  readonly kills?: number;
  readonly inFlight?: number;
  readonly torn?: number;
  /** Writes under way at a kill that turned out to be stored, all the same; and those that were not. */
  readonly landed: number;
  readonly dropped: number;
  readonly broken?: readonly string[];
  readonly skipped?: string;
  /** The first few of what was found. */
  readonly examples?: readonly Finding[];
  readonly seconds: number;
}

/** The counts of one side, all rounds together. */
export interface Sums {
  acknowledged: number;
  lost: number;
  partial: number;
  wrong: number;
  restored: number;
  rounds: number;
  /** Rounds that broke a promise other than by losing something. */
  broken: number;
  heldSessions: number;
  skipped: number;
  kills: number;
  inFlight: number;
  torn: number;
  landed: number;
  dropped: number;
  seconds: number;
  /** By kind of fault: how many rounds, and what they lost or found to be partial. */
  faults: Readonly<
    Record<string, { readonly rounds: number; readonly lost: number; readonly partial: number }>
  >;
}

type Named = Pick<RoundLine, 'side' | 'round' | 'fault' | 'seed' | 'acknowledged' | 'seconds'>;

/** A round's outcome as its line. */
export function lineOf(named: Named, { looks, broken = [], ...outcome }: Outcome): RoundLine {
  const sum = (count: (look: Outcome['looks'][number]) => number) =>
    looks.reduce((total, look) => total + count(look), 0);
  const failures = [...broken, ...looks.flatMap(({ figures }) => figures ?? [])];
  const notes = looks.flatMap(({ note }) => note ?? []);
  const heldSessions = sum((look) => look.heldSessions ?? 0);
  const examples = looks.flatMap(({ lost, partial, wrong }) => [...lost, ...partial, ...wrong]).slice(0, 3);
  const { side, round, fault, seed, acknowledged, seconds } = named;
  const { detail, ...rest } = outcome;
  return {
    side,
    round,
    fault,
    detail,
    seed,
    acknowledged,
    lost: sum(({ lost }) => lost.length),
    partial: sum(({ partial }) => partial.length),
    wrong: sum(({ wrong }) => wrong.length),
    restored: sum(({ restored }) => restored),
    ...(notes.length === 0 ? {} : { notes }),
    ...(heldSessions === 0 ? {} : { heldSessions }),
    ...rest,
    landed: sum(({ landed }) => landed),
    dropped: sum(({ dropped }) => dropped),
    ...(failures.length === 0 ? {} : { broken: failures }),
    ...(examples.length === 0 ? {} : { examples }),
    seconds,
  };
}

/** True where a round found nothing amiss. */
export function isSound({ lost, partial, wrong, broken = [] }: RoundLine): boolean {
  return lost + partial + wrong + broken.length === 0;
}

/** Adds up the rounds of one side. */
export function sumsOf(lines: readonly RoundLine[]): Sums {
  const sum = (count: (line: RoundLine) => number | undefined) =>
    lines.reduce((total, line) => total + (count(line) ?? 0), 0);
  const played = lines.filter(({ skipped }) => skipped === undefined);
  return {
    acknowledged: sum((line) => line.acknowledged),
    lost: sum((line) => line.lost),
    partial: sum((line) => line.partial),
    wrong: sum((line) => line.wrong),
    restored: sum((line) => line.restored),
    rounds: played.length,
    broken: sum((line) => (line.broken === undefined ? 0 : 1)),
    heldSessions: sum((line) => line.heldSessions),
    skipped: sum((line) => (line.skipped === undefined ? 0 : 1)),
    kills: sum((line) => line.kills),
    inFlight: sum((line) => line.inFlight),
    torn: sum((line) => line.torn),
    landed: sum((line) => line.landed),
    dropped: sum((line) => line.dropped),
    seconds: Math.round(sum((line) => line.seconds)),
    faults: Object.fromEntries([...new Set(played.map(({ fault }) => fault))].map(countKind)),
  };

  function countKind(kind: string) {
    const own = played.filter(({ fault }) => fault === kind);
    const total = (name: 'lost' | 'partial') => own.reduce((count, line) => count + line[name], 0);
    return [kind, { rounds: own.length, lost: total('lost'), partial: total('partial') }] as const;
  }
}
