import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { createRedraws } from '../../../../lib/crm/tryton/redraws';

let ended: AbortController;
let redraws: ReturnType<typeof createRedraws>;

const page = (): Page => ({
  document,
  url: new URL(window.location.href),
  locale: 'en',
  now: '2026-03-02T10:00:00.000Z',
  ended: ended.signal,
});

/** The address goes, and the browser says so a moment later, as it does. */
function go(hash: string): void {
  window.location.hash = hash;
  window.dispatchEvent(new Event('hashchange'));
}

function drawForm(): void {
  document.body.innerHTML =
    '<div id="tabcontent"><div class="tab-pane active"><div class="form"><input name="number"></div></div></div>';
}

/** SAO draws the values of the deal that it has loaded. */
const redraw = (): void => document.querySelector('input')?.setAttribute('readonly', 'readonly');

beforeEach(() => {
  ended = new AbortController();
  redraws = createRedraws();
  document.body.innerHTML = '<div id="tabcontent"><div class="tab-pane active"></div></div>';
  go('#sales/model/sale.opportunity');
  redraws.follow(page());
});

afterEach(() => {
  ended.abort();
  go('#');
});

describe('the watch over redrawn forms', () => {
  it('takes a form for drawn that was opened from the list', () => {
    drawForm();
    go('#sales/model/sale.opportunity/1');
    redraws.follow(page());
    expect(redraws.isDrawn()).toBe(true);
  });

  it('waits after a move from deal to deal until the form is drawn again', async () => {
    drawForm();
    go('#sales/model/sale.opportunity/1');
    redraws.follow(page());
    go('#sales/model/sale.opportunity/2');
    redraws.follow(page());
    expect(redraws.isDrawn()).toBe(false);
    redraw();
    await vi.waitFor(() => expect(redraws.isDrawn()).toBe(true));
  });

  it('waits too where nobody had looked at the first deal before the move', async () => {
    drawForm();
    go('#sales/model/sale.opportunity/1');
    go('#sales/model/sale.opportunity/2');
    redraws.follow(page());
    expect(redraws.isDrawn()).toBe(false);
    redraw();
    await vi.waitFor(() => expect(redraws.isDrawn()).toBe(true));
  });
});
