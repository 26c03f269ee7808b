import { Dexie, type EntityTable } from 'dexie';

/** A deal as a plain application would store it: its values, and nothing of where they came from. */
export interface PlainDeal {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly account: string;
  /** Hundredths of `currency`. */
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly stage: string;
  readonly outcome: 'open' | 'won' | 'lost';
  /** 0..1 */
  readonly crmProbability: number;
  readonly forecastCategory: string;
  readonly owner: string;
  readonly createdBy: string;
  readonly sdr: string | null;
  readonly source: string;
  readonly channel: string;
  readonly createdOn: string;
  readonly closeOn: string;
  readonly closedOn: string | null;
  readonly lastActivityOn: string;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
  readonly firstTouchAt: string | null;
  readonly meetingSetFor: string | null;
  readonly meetingHeld: boolean | null;
  readonly lostReason: string | null;
  readonly qualification: Readonly<Record<string, string | null>>;
  readonly seenAt: string;
}

/** `rate` hundredths of `to` for one of `from`, valid from the day `on`. */
export interface PlainRate {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly rate: string;
}

export type PlainDatabase = Dexie & {
  deals: EntityTable<PlainDeal, 'id'>;
  rates: EntityTable<PlainRate, 'from'>;
};

/** The baseline's database, with the indexes that its popup uses. */
export function openPlainDatabase(): PlainDatabase {
  const database = new Dexie('deals') as PlainDatabase;
  database.version(1).stores({ deals: 'id, outcome, [outcome+closedOn]', rates: 'from' });
  return database;
}
