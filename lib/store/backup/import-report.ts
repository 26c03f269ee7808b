import type { ImportedStep } from '../../messages/import-steps';
import type { ImportReport } from '../../messages/protocol';

/** What all steps of an import have done together. */
export function reportOf(steps: readonly ImportedStep[]): ImportReport {
  const sum = (count: (step: ImportedStep) => number | undefined) =>
    steps.reduce((total, step) => total + (count(step) ?? 0), 0);
  return {
    kind: 'imported',
    deals: {
      added: sum(({ deals }) => deals?.added),
      updated: sum(({ deals }) => deals?.updated),
      unchanged: sum(({ deals }) => deals?.unchanged),
    },
    changes: sum(({ changes }) => changes),
    others: {
      added: sum(
        ({ others, leads }) => (others?.added ?? 0) + (leads === undefined ? 0 : leads.added + leads.updated),
      ),
      kept: sum(({ others }) => others?.kept),
    },
    settings: steps.findLast(({ settings }) => settings !== undefined)?.settings ?? 'same',
  };
}
