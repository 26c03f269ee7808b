import type { LeadInput, Moment } from './request';

/** A lead that has become a deal, as far as it tells of a pass. */
export interface Conversion {
  readonly id: string;
  readonly owner: string | null;
  /** An instant or a day, as it is stored. */
  readonly at: string | null;
  readonly by: string | null;
}

interface Reading {
  /** Key of the deal that it has become. */
  readonly deal: string;
  /** See `momentReader`. */
  readonly read: (text: string) => Moment | undefined;
  readonly asOf: number;
}

/** A stored conversion as the core takes it. One of today has happened by now, though the day is not over. */
export function leadInputOf({ id, owner, at, by }: Conversion, { deal, read, asOf }: Reading): LeadInput {
  const moment = at === null ? undefined : read(at);
  const isToday = moment !== undefined && moment.from <= asOf && moment.to > asOf;
  return {
    id,
    deal,
    owner,
    convertedBy: by,
    convertedAt: isToday ? { from: moment.from, to: asOf } : (moment ?? null),
  };
}
