/** One look at a form. */
export interface FormLook {
  /** Database and id that the address names. */
  readonly place: string;
  readonly form: Element;
  /** The SAO tab that holds the form. */
  readonly pane: Element;
  readonly number: string;
  readonly state: string;
  /** All that the form shows, to compare looks by. */
  readonly content: string;
  readonly isSavedShown: boolean;
  /** True where the user has done anything on the page since it was loaded. */
  readonly wasTouched: boolean;
  /** True where the form has been drawn for the place that the address names. */
  readonly isDrawn: boolean;
}

export type Verdict = 'saved' | 'unsaved' | 'other-deal';

/**
 * Tells whether a form shows what is saved. It does when it is first shown; after that, a change is believed only
 * with evidence: SAO's message that the record was saved, or another state, which no hand can type and which no
 * button sets without saving the rest. Where there is doubt the answer is `unsaved`: nothing wrong is stored.
 */
export function createSavedWatch() {
  const known = new Map<string, { content: string; state: string }>();
  const numbers = new Map<string, string>();
  /** The form in which each place was last shown. */
  const shown = new Map<string, Pick<FormLook, 'form' | 'pane'>>();
  let last: FormLook | undefined;
  let hasLookedBefore = false;

  function isSaved(look: FormLook): boolean {
    const before = known.get(look.place);
    const isSavedNow = look.isSavedShown && last?.place === look.place && !last.isSavedShown;
    if (isSavedNow || before?.content === look.content) return true;
    if (before !== undefined && last?.place === look.place && before.state !== look.state) return true;
    // A form that comes back to the front is not shown anew: it may have been edited since we last looked.
    if (shown.get(look.place)?.form === look.form) return false;
    // A form that was there before us may hold edits that we did not see being made.
    return hasLookedBefore || !look.wasTouched;
  }

  return {
    /** Notes a look at a page without a form: whatever form comes next is shown anew. */
    sawNoForm(): void {
      hasLookedBefore = true;
      last = undefined;
    },
    /** Notes a look at a list: SAO has asked what becomes of the edits in its tab before it went there. */
    sawList(pane: Element): void {
      for (const [place, one] of shown) if (one.pane === pane) shown.delete(place);
    },
    judge(look: FormLook): Verdict {
      // The address changes before the values do: for a moment the old deal stands under the new id.
      const owner = numbers.get(look.number);
      if (!look.isDrawn || (owner !== undefined && owner !== look.place)) return 'other-deal';
      const verdict = isSaved(look) ? 'saved' : 'unsaved';
      if (verdict === 'saved') {
        known.set(look.place, { content: look.content, state: look.state });
        numbers.set(look.number, look.place);
      }
      // A form shows one deal at a time; SAO asks about edits before it goes to the next.
      for (const [place, { form }] of shown) if (form === look.form) shown.delete(place);
      shown.set(look.place, look);
      hasLookedBefore = true;
      last = look;
      return verdict;
    },
  };
}

/** The watch over this page: form and list share it. */
export const savedWatch = createSavedWatch();
