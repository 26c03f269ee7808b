import { describe, expect, it } from 'vitest';
import { createSavedWatch, type FormLook } from '../../../../lib/crm/tryton/saved-watch';

const form = {} as Element;
const look: FormLook = {
  place: 'sales/7',
  form,
  number: '107',
  state: 'lead',
  content: 'amount 100',
  isSavedShown: false,
  wasTouched: true,
  isDrawn: true,
  pane: {} as Element,
};

function opened() {
  const watch = createSavedWatch();
  watch.sawNoForm();
  expect(watch.judge(look)).toBe('saved');
  return watch;
}

describe('the watch over saved forms', () => {
  it('believes a form as it is first shown', () => {
    expect(opened().judge(look)).toBe('saved');
  });

  it('does not believe a form that was there, and could have been typed in, before the first look', () => {
    expect(createSavedWatch().judge(look)).toBe('unsaved');
    expect(createSavedWatch().judge({ ...look, wasTouched: false })).toBe('saved');
  });

  it('does not believe what is being typed, nor after any number of looks', () => {
    const watch = opened();
    const typed = { ...look, content: 'amount 900' };
    for (let n = 0; n < 3; n += 1) expect(watch.judge(typed)).toBe('unsaved');
  });

  it('believes what was typed once the message says that it was saved', () => {
    const watch = opened();
    watch.judge({ ...look, content: 'amount 900' });
    expect(watch.judge({ ...look, content: 'amount 900', isSavedShown: true })).toBe('saved');
  });

  it('takes an old message for nothing new', () => {
    const watch = opened();
    watch.judge({ ...look, isSavedShown: true });
    expect(watch.judge({ ...look, isSavedShown: true, content: 'amount 900' })).toBe('unsaved');
  });

  it('believes another state: only the server sets it, and only after saving the rest', () => {
    const watch = opened();
    expect(watch.judge({ ...look, state: 'opportunity', content: 'amount 900, opportunity' })).toBe('saved');
  });

  it('believes edits that were taken back', () => {
    const watch = opened();
    watch.judge({ ...look, content: 'amount 900' });
    expect(watch.judge(look)).toBe('saved');
  });

  it('still knows of the edits when another tab was in front meanwhile', () => {
    const watch = opened();
    const typed = { ...look, content: 'amount 900' };
    watch.judge(typed);
    watch.sawNoForm();
    watch.sawList({} as Element);
    expect(watch.judge(typed)).toBe('unsaved');
  });

  it('forgets them with the list of the same tab: SAO has asked what becomes of them before it went there', () => {
    const watch = opened();
    const typed = { ...look, content: 'amount 900' };
    watch.judge(typed);
    watch.sawNoForm();
    watch.sawList(look.pane);
    expect(watch.judge(typed)).toBe('saved');
  });

  it('waits until the form has been drawn for the deal that the address names', () => {
    const watch = opened();
    const next = { ...look, place: 'sales/8', number: '108' };
    expect(watch.judge({ ...next, isDrawn: false })).toBe('other-deal');
    expect(watch.judge(next)).toBe('saved');
  });

  it('waits while the address names the next deal and the form still shows the last one', () => {
    const watch = opened();
    expect(watch.judge({ ...look, place: 'sales/8' })).toBe('other-deal');
    expect(watch.judge({ ...look, place: 'sales/8', number: '108', content: 'amount 5' })).toBe('saved');
  });
});
