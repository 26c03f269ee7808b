import type { ReadProblem, RefusedRead } from '../crm/adapter';
import type { ReadBatch, Refusal, SyncBatch } from './protocol';
import { checkProblems, checkRows } from './check-rows';
import { parseMessage } from './parse-message';
import {
  dealRead,
  history,
  readBatch,
  statedLead,
  statedPerson,
  statedStage,
  syncBatch,
  syncedDeal,
} from './plain-schemas';

export interface CheckedReads {
  /** The message with its sound reads alone. */
  readonly batch: ReadBatch;
  /** Where each of the batch's reads stood in the message. */
  readonly places: readonly number[];
  readonly refused: readonly RefusedRead[];
}

/** Checks a message of the reader. Its envelope is sound or the message is refused; a bad row is left out and named. */
export function checkReads(message: unknown): CheckedReads | Refusal {
  const parsed = parseMessage(readBatch, message);
  if ('refused' in parsed) return parsed;
  const { rows, places, refused } = checkRows(dealRead, parsed.data.reads);
  const problems = checkProblems(parsed.data.problems);
  return { batch: { ...parsed.data, reads: rows, problems }, places, refused };
}

export interface CheckedSync {
  /** The step with its sound rows alone. */
  readonly batch: SyncBatch;
  readonly refused: readonly ReadProblem[];
}

/** The same for one step of a sync. */
export function checkSync(message: unknown): CheckedSync | Refusal {
  const parsed = parseMessage(syncBatch, message);
  if ('refused' in parsed) return parsed;
  const { histories, stages, people, leads, problems, ...page } = parsed.data.page;
  const deals = checkRows(syncedDeal, page.deals);
  const pasts = histories && checkRows(history, histories, 'history-refused');
  const soundStages = stages && checkRows(statedStage, stages);
  const soundPeople = people && checkRows(statedPerson, people);
  const soundLeads = leads && checkRows(statedLead, leads, 'lead-refused');
  return {
    batch: {
      ...parsed.data,
      page: {
        ...page,
        deals: deals.rows,
        ...(pasts && { histories: pasts.rows }),
        ...(soundStages && { stages: soundStages.rows }),
        ...(soundPeople && { people: soundPeople.rows }),
        ...(soundLeads && { leads: soundLeads.rows }),
        ...(problems && { problems: checkProblems(problems) }),
      },
    },
    refused: [deals, pasts, soundStages, soundPeople, soundLeads].flatMap((checked) =>
      (checked?.refused ?? []).map(({ problem }) => problem),
    ),
  };
}
