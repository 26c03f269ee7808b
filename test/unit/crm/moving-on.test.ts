// Somebody moves on while a page is being read, or before it was: nothing of one page is ever sent as another's.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '../../../lib/crm/adapter';
import { atOnce, type Steps } from '../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../lib/crm/generic/boxes/whole';
import { createReader, type Delivery } from '../../../lib/crm/reader';

const origin = 'https://crm.example.com';

/** A tab with the reader in it. The page's address and content are the test's, and so is the time that it works. */
function aTab(path: string) {
  const document = new DOMParser().parseFromString('<main></main>', 'text/html');
  const main = document.querySelector('main') ?? document.body;
  const sent: Delivery[] = [];
  const works: { steps: Steps<void>; isWanted: () => boolean }[] = [];
  let href = new URL(path, origin).href;
  let changes = 0;
  const page = (): Page => ({
    document,
    url: new URL(href),
    locale: 'en',
    now: '2026-03-02T10:00:00.000Z',
    ended: new AbortController().signal,
  });
  const reader = createReader({
    adapterFor: () => generic,
    page,
    changes: () => changes,
    onChange: () => {},
    work: (steps, isWanted) => void works.push({ steps, isWanted }),
    deliver: async (delivery) => {
      sent.push(delivery);
      return { bound: {}, refused: [] };
    },
    ended: new AbortController().signal,
  });
  return {
    document,
    main,
    reader,
    sent,
    page,
    /** The page draws: nodes come and go. */
    draw(html: string) {
      main.innerHTML = html;
      changes += 1;
    },
    /** Something comes or goes besides what is read. */
    stir: () => void (changes += 1),
    /** The address changes, and nothing has been drawn for it yet. */
    go(to: string) {
      const from = new URL(href);
      href = new URL(to, origin).href;
      reader.noteShown(from);
    },
    /** Works so many steps of what there is to do; all of it where no number is given. */
    work(most = Infinity) {
      let left = most;
      for (let next = works[0]; next !== undefined && left > 0; next = works[0]) {
        const isOver = !next.isWanted() || next.steps.next().done === true;
        left -= 1;
        if (!isOver) continue;
        next.steps.return();
        works.shift();
      }
    },
    look(how?: { isRestless?: boolean }) {
      reader.look(how);
      this.work();
    },
    /** Ids and names of all that was sent. */
    names: () => sent.flatMap(({ reads }) => reads.map(({ id, values }) => `${id} ${values.name}`)),
  };
}

const record = (name: string, amount: string, others: Readonly<Record<string, string>> = {}) => {
  const values = {
    Account: `${name} A/S`,
    Stage: 'Offer',
    Amount: amount,
    'Close date': '2026-05-28',
    ...others,
  };
  const pairs = Object.entries(values).map(([label, text]) => `<dt>${label}</dt><dd>${text}</dd>`);
  return `<h1>${name}</h1><dl>${pairs.join('')}</dl>`;
};

const row = (id: number, name: string, stage = 'Offer') =>
  `<tr><td><a href="/deals/${id}">${name}</a></td><td>${stage}</td><td>€${id}.50</td></tr>`;
const list = (rows: string, tabs = '') =>
  `${tabs}<table><thead><tr><th>Deal</th><th>Stage</th><th>Amount</th></tr></thead><tbody>${rows}</tbody></table>`;

describe('somebody who moves on from one deal to the next before the first was looked at', () => {
  it('leaves the first one’s values under the second one’s address: a plain read takes them for its own', () => {
    const tab = aTab('/deals/2');
    tab.draw(record('First', '€10.00'));
    const { page } = tab;
    expect(atOnce(generic.read(page()))).toMatchObject({
      kind: 'read',
      deals: [{ read: { id: '2', values: { name: 'First' } } }],
    });
  });

  it('is not read until the second one is drawn, however long its answer takes', () => {
    const tab = aTab('/deals/1');
    tab.draw(record('First', '€10.00'));
    tab.go('/deals/2');
    for (let n = 0; n < 5; n += 1) tab.look();
    tab.draw(`${record('First', '€10.00')}<p>Loading…</p>`);
    tab.look({ isRestless: true });
    expect(tab.sent).toEqual([]);
    tab.draw(record('Second', '€20.00'));
    tab.look();
    expect(tab.names()).toEqual(['2 Second']);
  });

  it('is not read over a list between the two either', () => {
    const tab = aTab('/deals/1');
    tab.draw(record('First', '€10.00'));
    tab.go('/deals');
    tab.go('/deals/2');
    tab.look();
    expect(tab.sent).toEqual([]);
  });

  it('is not read after three deals in a row, of which only the first was drawn', () => {
    const tab = aTab('/deals/1');
    tab.draw(record('First', '€10.00'));
    tab.look();
    tab.go('/deals/2');
    tab.go('/deals/3');
    tab.look();
    expect(tab.names()).toEqual(['1 First']);
  });

  it('is not read when the first was saved with other values on the way', () => {
    const tab = aTab('/deals/1');
    tab.draw(record('First', '€10.00'));
    tab.look();
    tab.draw(record('First, renamed', '€11.00', { Account: 'First A/S' }));
    tab.go('/deals/2');
    tab.look();
    expect(tab.names()).toEqual(['1 First']);
    tab.draw(record('Second', '€20.00'));
    tab.look();
    expect(tab.names()).toEqual(['1 First', '2 Second']);
  });

  it('is read where the page draws the next deal first, and gives its address after', () => {
    const tab = aTab('/deals/1');
    tab.draw(record('First', '€10.00'));
    tab.look();
    tab.draw(record('Second', '€20.00', { Stage: 'Talks', 'Close date': '2026-07-01' }));
    tab.go('/deals/2');
    tab.look();
    expect(tab.names()).toEqual(['1 First', '2 Second']);
  });
});

describe('a read that the page changes under', () => {
  let tab: ReturnType<typeof aTab>;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    tab = aTab('/deals');
    tab.draw(list(Array.from({ length: 30 }, (_, n) => row(n + 1, `Deal ${n + 1}`)).join('')));
    tab.reader.look();
    tab.work(40);
    if (tab.sent.length > 0) throw new Error('it is no longer under way');
  });
  afterEach(() => void vi.useRealTimers());

  it('is dropped when somebody goes elsewhere, and nothing of it is sent', () => {
    tab.go('/accounts');
    tab.work();
    expect(tab.sent).toEqual([]);
    expect(tab.reader.channel.current().anchors).toEqual([]);
  });

  it('is dropped when rows come or go, and all is read again', () => {
    tab.draw(list(row(7, 'Deal 7') + row(8, 'Deal 8')));
    tab.work();
    expect(tab.sent).toEqual([]);
    tab.look();
    expect(tab.names()).toEqual(['7 Deal 7', '8 Deal 8']);
  });

  it('is dropped when a row is given to another deal by its texts alone, and all is read again', () => {
    tab.work(20);
    const link = tab.main.querySelector('a');
    link?.setAttribute('href', '/deals/99');
    if (link?.firstChild) link.firstChild.nodeValue = 'Deal 99';
    tab.work();
    expect(tab.sent).toEqual([]);
    vi.runAllTimers();
    tab.work();
    expect(tab.names()[0]).toBe('99 Deal 99');
    expect(tab.names()).toHaveLength(30);
  });

  it('comes to its end on a page that never rests; rows that go meanwhile are left out, not taken for empty', () => {
    const found = new Set<number>();
    for (let steps = 1; steps < 60; steps += 1) {
      const one = aTab('/deals');
      one.draw(list([7, 8, 9].map((id) => row(id, `Deal ${id}`)).join('')));
      one.reader.look({ isRestless: true });
      one.work(steps);
      const [, second] = one.main.querySelectorAll('tbody tr');
      second?.remove();
      // Frameworks empty what they have taken off the page.
      second?.querySelectorAll('td').forEach((cell) => cell.replaceChildren());
      one.stir();
      one.work();
      const read = one.sent.flatMap(({ reads }) => reads);
      expect(read.map(({ values }) => [values.name, values.stage])).toEqual(
        read.map(({ id }) => [`Deal ${id}`, 'Offer']),
      );
      found.add(read.length);
    }
    expect([...found].toSorted(), 'the row went before, while and after it was read').toEqual([2, 3]);
  });

  it('never joins the id of one deal to values of another, whenever a row is given to another deal', () => {
    const found = new Set<string>();
    for (const isByText of [true, false]) {
      for (let steps = 1; steps < 60; steps += 1) {
        const one = aTab('/deals');
        one.draw(list([7, 8, 9].map((id) => row(id, `Deal ${id}`)).join('')));
        one.reader.look({ isRestless: true });
        one.work(steps);
        const [, second] = one.main.querySelectorAll('tbody tr');
        if (isByText) {
          second?.querySelector('a')?.setAttribute('href', '/deals/99');
          const texts = ['Deal 99', 'Talks', '€99.50'];
          second?.querySelectorAll('td').forEach((cell, at) => {
            const text = (cell.firstElementChild ?? cell).firstChild;
            if (text) text.nodeValue = texts[at] ?? '';
          });
        } else {
          const other = new DOMParser().parseFromString(
            `<table>${row(99, 'Deal 99', 'Talks')}</table>`,
            'text/html',
          );
          second?.replaceChildren(...other.querySelectorAll('td'));
          one.stir();
        }
        one.work();
        for (const { id, values } of one.sent.flatMap(({ reads }) => reads)) {
          expect([id, values]).toEqual([
            id,
            {
              name: `Deal ${id}`,
              stage: id === '99' ? 'Talks' : 'Offer',
              amount: { decimal: `${id}.50`, currency: 'EUR' },
            },
          ]);
          found.add(id ?? '');
        }
      }
    }
    expect([...found].toSorted()).toEqual(['7', '8', '9', '99']);
  });

  it('is dropped again and again while something stirs, but for two seconds at most', () => {
    const looked: number[] = [];
    for (let ms = 0; ms <= 2400; ms += 400) {
      tab.stir();
      tab.reader.look();
      tab.work(30);
      tab.stir();
      tab.work();
      if (tab.sent.length > 0) looked.push(ms);
      vi.advanceTimersByTime(400);
    }
    expect(looked[0]).toBe(2400);
    expect(tab.names()).toHaveLength(30);
  });
});

describe('a list whose filter changes before its rows do', () => {
  const tabs = (current: string) =>
    `<nav>${['Mine', 'Open'].map((name) => `<a${name === current ? ' aria-current="page"' : ''}>${name}</a>`).join('')}</nav>`;

  it('does not call the old rows open, though nobody had looked at them before the click', () => {
    const tab = aTab('/deals');
    tab.draw(list(row(1, 'A', 'Signed'), tabs('Mine')));
    // The click comes to us before it comes to the page.
    tab.reader.noteShown(new URL('/deals', origin));
    const [mine, open] = tab.main.querySelectorAll('nav a');
    mine?.removeAttribute('aria-current');
    open?.setAttribute('aria-current', 'page');
    tab.look();
    expect(tab.sent.map(({ view }) => view.scope)).toEqual([undefined]);
    expect(tab.sent[0]?.reads[0]?.values.outcome).toBeUndefined();
    tab.draw(list(row(2, 'B', 'Talking'), tabs('Open')));
    tab.look();
    expect(tab.sent.at(-1)).toMatchObject({
      view: { scope: 'Open' },
      reads: [{ values: { outcome: 'open' } }],
    });
  });
});
