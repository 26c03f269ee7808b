import type { BusinessCalendar } from '../calendar/business-hours';
import type { Role } from '../handoff/request';

/**
 * Who is who, and by which rules the baton passes, from a day on: one row of the table `process`. Every version is
 * complete, so that a figure of a past period is made by the rules of that period.
 */
export interface ProcessVersion {
  /** Day `YYYY-MM-DD` from which it holds; the earliest version also holds before it. */
  readonly from: string;
  readonly people: readonly ProcessPerson[];
  /** Open stages alone: which are won or lost the CRM says. */
  readonly stages: readonly ProcessStage[];
  /** Qualification fields that a pass is to have, with their weights. */
  readonly fields: readonly ProcessField[];
  readonly decideWithinDays: number;
  /** Business hours. */
  readonly touchWithinHours: number;
  readonly calendar: BusinessCalendar;
}

/** A person who owns deals, makes them or is named on them as SDR. */
export interface ProcessPerson {
  /** As the CRM shows it. */
  readonly name: string;
  /** Several where the person does both; none: somebody of none of these roles. */
  readonly roles: readonly Role[];
  /** Other names of the same person, in this or another CRM. */
  readonly aliases: readonly string[];
}

/** An open stage, as deals have it. */
export interface ProcessStage {
  readonly name: string;
  /** Whose stage it is; `null`: not said. */
  readonly role: 'sdr' | 'ae' | null;
  /** Whoever gets there has been accepted. */
  readonly isQualified: boolean;
  /** Whoever goes there has been sent back. */
  readonly isNurture: boolean;
}

export interface ProcessField {
  /** As deals have it in `qualification`. */
  readonly id: string;
  /** Above 0; only its share among all weights counts. */
  readonly weight: number;
}
