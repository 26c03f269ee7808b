import type { ImportedStep } from '../../messages/import-steps';
import type { ImportReport } from '../../messages/protocol';

/** What all steps of an import have done together. */
export function reportOf(steps: readonly ImportedStep[]): ImportReport {
  const sum = (count: (step: ImportedStep) => number | undefined) =>
    steps.reduce((total, step) => total + (count(step) ?? 0), 0);
  const joined = (of: 'deals' | 'leads') => ({
    added: sum((step) => step[of]?.added),
    updated: sum((step) => step[of]?.updated),
    unchanged: sum((step) => step[of]?.unchanged),
  });
  return {
    kind: 'imported',
    deals: joined('deals'),
    leads: joined('leads'),
    changes: sum(({ changes }) => changes),
    others: {
      added: sum(({ others }) => others?.added),
      kept: sum(({ others }) => others?.kept),
    },
    settings: steps.findLast(({ settings }) => settings !== undefined)?.settings ?? 'same',
  };
}
