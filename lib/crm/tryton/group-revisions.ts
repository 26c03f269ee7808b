export interface Revision {
  readonly at: string;
  /** As the server sent it: rounded, it would name the revision before. */
  readonly datetime: unknown;
}

/** Revisions of different deals that one instant shows: one call reads them all. */
export interface RevisionGroup {
  readonly datetime: unknown;
  readonly members: readonly { readonly id: string; readonly at: string }[];
}

/**
 * Groups all past revisions into as few instants as possible. A revision shows from its time to its deal's next one;
 * taken in the order of their ends, revisions share a group as long as the latest start lies before the earliest end
 * (the classic cover of intervals by points). The newest revision of a deal is the deal itself and is left out.
 */
export function groupRevisions(revisions: ReadonlyMap<string, readonly Revision[]>): RevisionGroup[] {
  const spans = [...revisions].flatMap(([id, known]) =>
    known.slice(0, -1).map((revision, nth) => ({ id, ...revision, end: known[nth + 1]?.at ?? '' })),
  );
  spans.sort((a, b) => a.end.localeCompare(b.end) || a.at.localeCompare(b.at));
  const groups: { datetime: unknown; start: string; end: string; members: { id: string; at: string }[] }[] =
    [];
  for (const { id, at, datetime, end } of spans) {
    const group = groups.at(-1);
    // Ends only grow, so a group's first member has the earliest one.
    if (group === undefined || at >= group.end) {
      groups.push({ datetime, start: at, end, members: [{ id, at }] });
      continue;
    }
    group.members.push({ id, at });
    if (at > group.start) {
      group.start = at;
      group.datetime = datetime;
    }
  }
  return groups;
}
