// Records whose values stand in fields only: what the page put there is saved, what somebody typed may not be.
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { watchTouches } from '../../../../lib/crm/dom/touches';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';

const form = `<main><h1>Sloop rigging</h1><form>
  <div><label for="a">Deal name</label><input id="a" value="Sloop rigging"></div>
  <div><label for="b">Amount</label><input id="b" value="€36,340.50"></div>
  <div><label for="c">Stage</label><select id="c"><option>Offer<option selected>Negotiation</select></div>
  <div><label for="d">Close date</label><input id="d" type="date" value="2027-04-30"></div>
  <div><label for="e">Notes</label><textarea id="e"></textarea></div>
</form></main>`;
const ended = new AbortController();
let clock = 0;

/** What is known of a page hangs on its document. */
let at: Document;
function open(html = form) {
  at = document.implementation.createHTMLDocument('');
  at.body.innerHTML = html;
  watchTouches(at, ended.signal);
}

function look(path = '/deals/7/edit') {
  const now = `2027-03-01T08:${String((clock += 1)).padStart(2, '0')}:00Z`;
  const page: Page = {
    document: at,
    url: new URL(`https://crm.example.com${path}`),
    locale: 'en',
    now,
    ended: ended.signal,
  };
  const result = atOnce(generic.read(page));
  return result.kind === 'read'
    ? { values: result.deals[0]?.read.values, problems: result.problems.map(({ code }) => code) }
    : result.kind;
}
const field = (id: string) => at.getElementById(id) as HTMLInputElement;
function type(id: string, value: string) {
  field(id).value = value;
  field(id).dispatchEvent(new Event('input', { bubbles: true }));
}
const saved = {
  name: 'Sloop rigging',
  amount: { decimal: '36340.50', currency: 'EUR' },
  stage: 'Negotiation',
  closeOn: '2027-04-30',
};
const unsaved = { values: { name: 'Sloop rigging' }, problems: ['unsaved-edits'] };

describe('a record of fields', () => {
  it('is read as the page filled it, also by a script', () => {
    open();
    expect(look('/deals/1')).toEqual({ values: saved, problems: [] });
    open(form.replaceAll(/ value="[^"]*"/g, ''));
    field('a').value = 'Brig';
    field('b').value = '€1,200.50';
    field('d').value = '2027-05-01';
    expect(look('/deals/2')).toMatchObject({
      values: {
        name: 'Brig',
        amount: { decimal: '1200.50', currency: 'EUR' },
        closeOn: '2027-05-01',
      },
    });
  });

  it('is not read once somebody has typed in it, be it in another field, until it is opened anew', () => {
    open();
    expect(look('/deals/3')).toMatchObject({ values: saved });
    type('b', '€99,000');
    expect(look('/deals/3')).toEqual(unsaved);
    // Drawn anew with what was typed: nobody touched these fields.
    at.body.innerHTML = form.replace('€36,340.50', '€99,000');
    expect(look('/deals/3')).toEqual(unsaved);
    at.body.innerHTML = '<main><h1>Deals</h1><p>None</p></main>';
    look('/deals');
    at.body.innerHTML = form;
    expect(look('/deals/3')).toMatchObject({ values: saved, problems: [] });
    type('e', 'They call back on Monday');
    expect(look('/deals/3')).toEqual(unsaved);
  });

  it('is read although somebody has searched or gone from field to field', () => {
    open();
    expect(look()).toMatchObject({ values: saved });
    at.body.insertAdjacentHTML('afterbegin', '<nav><input id="q"></nav>');
    type('q', 'brig');
    field('b').dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect(look()).toMatchObject({ values: saved, problems: [] });
  });

  it('is not read where it was sent back, where it has no name, and where something new is made', () => {
    open(form.replace('id="b"', 'id="b" aria-invalid="true"'));
    expect(look()).toEqual(unsaved);
    open(form.replace('value="Sloop rigging"', ''));
    expect(look()).toEqual({ ...unsaved, values: {} });
    open();
    expect(look('/deals/8/clone')).toEqual(unsaved);
  });

  it('has no stage where a choice stands at its first entry and nobody says that it was chosen', () => {
    open(form.replace('<option selected>', '<option>'));
    const { stage: _, ...others } = saved;
    expect(look()).toEqual({ values: others, problems: [] });
  });

  it.each([
    ['36.340', '36.34'],
    ['36340', '36340'],
    ['1234.5', '1234.5'],
  ])('takes %s in a field for numbers for what it is, whatever the page writes', (value, decimal) => {
    open(
      form
        .replace('value="€36,340.50"', `type="number" value="${value}"`)
        .replace(
          '</form>',
          '<div><label for="f">Currency</label><input id="f" value="EUR"></div><div><span>Budget</span><span>1.234.567,89 €</span></div></form>',
        ),
    );
    const seen = look();
    const amount = typeof seen === 'string' ? undefined : seen.values?.amount;
    expect([Number(amount?.decimal), amount?.currency]).toEqual([Number(decimal), 'EUR']);
  });

  it('says that three decimals in a field for numbers cannot be told where the page groups by points', () => {
    open(
      form
        .replace('value="€36,340.50"', 'type="number" value="36.345"')
        .replace('</form>', '<div><span>Budget</span><span>1.234.567,89 €</span></div></form>'),
    );
    expect(look()).toMatchObject({ problems: [expect.stringMatching(/^amount-/)] });
  });

  it('stays as it was read once something was clicked: by the mouse alone a value may have been chosen', () => {
    open();
    expect(look('/deals/11')).toMatchObject({ values: saved });
    field('c').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    field('c').value = 'Offer';
    expect(look('/deals/11')).toBe('not-ready');
    at.body.innerHTML = '<main><h1>Deals</h1><p>None</p></main>';
    look('/deals');
    at.body.innerHTML = form;
    expect(look('/deals/11')).toMatchObject({ values: saved, problems: [] });
  });

  it('is not read by a script that comes late: somebody may have typed before', () => {
    at = document.implementation.createHTMLDocument('');
    at.body.innerHTML = form;
    watchTouches(at, ended.signal, 60_000);
    expect(look('/deals/12')).toBe('not-ready');
    at.body.innerHTML = form.replaceAll('Sloop rigging', 'Brig');
    expect(look('/deals/13')).toMatchObject({ values: { name: 'Brig' } });
  });

  it('is read although somebody pressed a key elsewhere', () => {
    open();
    expect(look()).toMatchObject({ values: saved });
    at.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true }));
    expect(look()).toMatchObject({ values: saved, problems: [] });
  });
});
