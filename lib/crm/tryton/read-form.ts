import type { Page, ReadResult } from '../adapter';
import type { TrytonAddress } from './address';
import { valuesOf, type Figure, type TrytonTexts } from './facts';
import { localDate, trytonLocale, type TrytonLocale } from './locale';
import { companyCurrency, isSavedShown, mainForm, paneOf } from './pane';
import { redraws } from './redraws';
import { savedWatch } from './saved-watch';
import { isTrytonState } from './states';
import { dealUrl } from './tenant';

/**
 * Reads the form in front, as far as it shows what is saved: SAO marks unsaved edits nowhere, so a form whose values
 * have changed is believed only once SAO says that it has saved them.
 */
export function readTrytonForm(page: Page, address: TrytonAddress & { readonly id: string }): ReadResult {
  const pane = paneOf(page.document);
  const form = pane === null ? null : mainForm(pane);
  const locale = trytonLocale(page, address.database);
  if (pane === null || form === null || locale === undefined) return notReady();
  // A question stands before the form: what it shows is about to be saved, dropped or read anew.
  if (page.document.querySelector('.modal.in') !== null) return { kind: 'not-ready' };
  const texts = textsOf(form, locale, companyCurrency(page.document));
  if (isUnknown(form)) {
    savedWatch.sawNoForm();
    return { kind: 'not-deals', unknown: { kind: 'record' } };
  }
  // Inputs are drawn before their values arrive; a saved deal always has a number.
  if (texts.number === undefined || texts.number === '') return notReady();

  const verdict = savedWatch.judge({
    place: `${address.database}/${address.id}`,
    form,
    pane,
    isDrawn: redraws.isDrawn(),
    number: texts.number,
    state: texts.state?.text ?? '',
    content: JSON.stringify(texts),
    isSavedShown: isSavedShown(pane),
    wasTouched: page.document.defaultView?.navigator.userActivation?.hasBeenActive ?? false,
  });
  if (verdict === 'other-deal') return { kind: 'not-ready' };
  const view = { kind: 'record', name: 'sale.opportunity' } as const;
  if (verdict === 'unsaved') {
    return {
      kind: 'read',
      view,
      deals: [],
      problems: [{ code: 'unsaved-edits', row: texts.number }],
      rendered: 1,
    };
  }
  const { values, problems } = valuesOf(texts, texts.number);
  const read = { id: address.id, url: dealUrl(page, address.id), values, at: page.now };
  return { kind: 'read', view, deals: [{ read, anchor: form }], problems, rendered: 1 };
}

/** True for a form that has been filled, and has no field for the number that every deal has. */
function isUnknown(form: Element): boolean {
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[name]')];
  const isFilled = fields.some(({ value }) => value.trim() !== '');
  return isFilled && inputOf(form, 'input[name="number"]') === undefined;
}

function notReady(): ReadResult {
  savedWatch.sawNoForm();
  return { kind: 'not-ready' };
}

function textsOf(form: Element, locale: TrytonLocale, currency: string | undefined): TrytonTexts {
  const value = (selector: string) => inputOf(form, selector)?.value.trim();
  const date = (name: string): Figure | undefined => {
    const text = value(`input[name="${name}"]:not([type="date"])`);
    return text === undefined ? undefined : { text, value: localDate(text, locale) };
  };
  // The twin of type `number` is free of the user's language.
  const number = (name: string): Figure | undefined => {
    const text = value(`input[type="number"][name="${name}"]`);
    return text === undefined ? undefined : { text, value: /^-?\d+(\.\d+)?$/.test(text) ? text : undefined };
  };
  const amount = number('amount');
  const state = codeOf(value('select[name="state"]'));
  return {
    ...some('number', value('input[name="number"]')),
    ...some('description', value('input[name="description"]')),
    ...some('party', value('input[name="party"]')),
    ...some('employee', value('input[name="employee"]')),
    ...some('lostReason', value('textarea[name="lost_reason"]')),
    ...some(
      'state',
      state === undefined ? undefined : { code: isTrytonState(state) ? state : undefined, text: state },
    ),
    ...some('amount', amount === undefined ? undefined : { ...amount, symbol: symbolOf(form), currency }),
    ...some('probability', number('conversion_probability')),
    ...some('startOn', date('start_date')),
    ...some('endOn', date('end_date')),
  };
}

/** A field of the deal itself, not of a line in one of its lists. */
function inputOf(form: Element, selector: string): HTMLInputElement | undefined {
  return [...form.querySelectorAll<HTMLInputElement>(selector)].find(
    (input) => input.closest('.form-one2many, .form-many2many') === null,
  );
}

function symbolOf(form: Element): string {
  const widget = inputOf(form, 'input[type="number"][name="amount"]')?.closest(
    '.form-float, .form-numeric, .input-group',
  );
  return [...(widget?.querySelectorAll('.symbol-start, .symbol-end') ?? [])]
    .map((sign) => sign.textContent.trim())
    .join('');
}

/** A select's value is JSON: `"won"` with its quotes. */
function codeOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    const code: unknown = JSON.parse(value);
    return typeof code === 'string' ? code : '';
  } catch {
    return value;
  }
}

function some<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
}
