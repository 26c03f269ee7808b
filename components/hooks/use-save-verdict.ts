import type { Verdict } from '../../lib/deal/verdict';
import type { HandoffRow } from '../../lib/handoff/handoff-row';
import { usePlatform } from './platform';
import { useLive } from './use-live';
import { useSave } from './use-save';

/** What is said of a pass, without whose word it is and when it was said. */
type Said = Omit<Verdict, 'deal' | 'attempt' | 'passedAt' | 'at' | 'by'>;

/**
 * Keeps what the user says of a pass, as of now and in their name.
 *
 * @returns How that goes, and what begins it: true where it is kept.
 */
export function useSaveVerdict({ deal, attempt, passedAt }: HandoffRow) {
  const platform = usePlatform();
  const me = useLive(platform.settings)?.me;
  const [state, follow] = useSave();
  const save = (said: Said): Promise<boolean> => {
    const at = Temporal.Now.instant().round('millisecond').toString({ smallestUnit: 'millisecond' });
    const kept = platform.saveVerdict({
      deal,
      attempt,
      passedAt,
      at,
      ...(me === undefined ? {} : { by: me }),
      ...said,
    });
    follow(kept);
    return kept.then(
      (answer) => !('refused' in answer),
      () => false,
    );
  };
  return [state, save] as const;
}
