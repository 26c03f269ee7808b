import { moveTo, setField } from './book';
import { isDay } from './days';
import { PEOPLE, STAGES } from './people';
import type { Change, Deal, StageId, Tracked } from './types';

/** The part of a deal that may be edited. */
export type Edit = Partial<Pick<Tracked, 'stage' | 'amount' | 'closeOn' | 'nextStep' | 'owner'>>;

export type Parsed =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'invalid'; readonly error: string };

const MAX_AMOUNT = 1_000_000_000;
const MAX_TEXT = 200;

/** Reads the body of a PATCH; the first thing wrong with it is the answer. */
export function parseEdit(body: unknown): Parsed {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return invalid('an object is needed');
  const edit: Edit = {};
  for (const [field, value] of Object.entries(body) as [string, unknown][]) {
    const error = take(edit, field, value);
    if (error !== undefined) return invalid(error);
  }
  return { kind: 'edit', edit };
}

/** Applies an edit to the deal and notes what really changed. */
export function applyEdit(changes: Change[], deal: Deal, edit: Edit, at: number): void {
  if (edit.owner !== undefined) setField(changes, deal, { field: 'owner', to: edit.owner, at });
  if (edit.amount !== undefined) setField(changes, deal, { field: 'amount', to: edit.amount, at });
  if (edit.nextStep !== undefined && edit.nextStep !== deal.nextStep) {
    setField(changes, deal, { field: 'nextStep', to: edit.nextStep, at });
    deal.nextStepOn = null;
  }
  if (edit.stage !== undefined && edit.stage !== deal.stage) {
    // From one closed stage to the other: it closed again, now.
    deal.closedOn = null;
    moveTo(changes, deal, edit.stage, at);
  }
  if (edit.closeOn !== undefined) setField(changes, deal, { field: 'closeOn', to: edit.closeOn, at });
}

function take(edit: Edit, field: string, value: unknown): string | undefined {
  switch (field) {
    case 'stage':
      if (!isStage(value)) return 'stage: no such stage';
      edit.stage = value;
      return undefined;
    case 'owner':
      if (!isPerson(value)) return 'owner: no such person';
      edit.owner = value;
      return undefined;
    case 'amount':
      if (!isAmount(value)) return 'amount: a number from 0 with at most two decimals, or null';
      edit.amount = value;
      return undefined;
    case 'closeOn':
      if (typeof value !== 'string' || !isDay(value)) return 'closeOn: a day as YYYY-MM-DD';
      edit.closeOn = value;
      return undefined;
    case 'nextStep':
      if (value !== null && (typeof value !== 'string' || value.length > MAX_TEXT))
        return `nextStep: a text of up to ${MAX_TEXT} characters, or null`;
      edit.nextStep = value?.trim() || null;
      return undefined;
    default:
      return `${field.slice(0, 40)}: cannot be edited`;
  }
}

function isStage(value: unknown): value is StageId {
  return STAGES.some((stage) => stage.id === value);
}

function isPerson(value: unknown): value is string {
  return PEOPLE.some((person) => person.id === value);
}

function isAmount(value: unknown): value is number | null {
  if (value === null) return true;
  if (typeof value !== 'number' || !(value >= 0 && value <= MAX_AMOUNT)) return false;
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-4;
}

function invalid(error: string): Parsed {
  return { kind: 'invalid', error };
}
