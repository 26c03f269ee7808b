// What a place says of itself only on hovering: which year a day is of. Whom a picture shows, it does not say for certain.
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import { flaggedOf, readDrawn as read } from './drawn-page';

const list = (closeOn: string, owner: string) =>
  `<table><tr><th>Deal</th><th>Stage</th><th>Close date</th><th>Owner</th></tr><tr><td><a href="/deals/41">Roof</a></td><td>Offer</td><td>${closeOn}</td><td>${owner}</td></tr></table>`;
const ownerOf = (owner: string) => read(list('2027-03-31', owner))[0]?.split(' | ').at(-1);
const dayOf = (closeOn: string) => read(list(closeOn, 'Io Vance'))[0]?.split(' | ').at(-2);

describe('the owner of whom there is a picture alone', () => {
  it.each([
    'Kein Besitzer',
    'Nicht Zugewiesen',
    'Ingen Ejer',
    'Email Anna Berg',
    'Sales Rep',
    'Account Manager',
    'More Options',
    'Claim Deal',
    'Away Until Monday',
    'Io Vance',
  ])('is not known: its title may as well say anything else: %s', (title) => {
    for (const inner of [
      `<img alt="${title}" src="p.png">`,
      `<div title="${title}"><img src="p.png" alt=""></div>`,
      `<button aria-label="${title}"><svg></svg></button>`,
      `<div title="${title}">${title
        .split(' ')
        .map((word) => word[0])
        .join('')
        .toUpperCase()}</div>`,
    ])
      expect(ownerOf(inner), inner).toBe('–');
  });

  it('is who is named, whatever a title says', () => {
    expect(ownerOf('<span title="Liv Aagaard">Io Vance</span>')).toBe('Io Vance');
  });
});

describe('a day without a year', () => {
  it.each([
    ['31 Mar', '2027-03-31'],
    ['Mar 31', '31.03.2027 14:00'],
    ['31. marts', '03/31/2027'],
    ['Mar 31', 'March 31, 2027'],
  ])('is that of its title: %s, %s', (text, title) => {
    expect(dayOf(`<span title="${title}">${text}</span>`)).toBe('2027-03-31');
    expect(dayOf(`<time title="${title}"><b>${text}</b></time>`)).toBe('2027-03-31');
  });

  it.each([
    ['Mar 31', '2027-04-30'],
    ['Mar 31', '31.03.27'],
    ['Mar 31', 'Close date'],
    ['3 May', '2027-03-05'],
  ])('is doubtful by any other, and said to be: %s, %s', (text, title) => {
    const cell = `<span title="${title}">${text}</span>`;
    expect(dayOf(cell)).toBe('–');
    expect(flaggedOf(list(cell, 'Io Vance'))).toEqual(['Roof: date-ambiguous closeOn']);
  });

  it('is read anew where the title changes and the text does not', () => {
    const cell = '<span title="2026-03-31">Mar 31</span>';
    const document = new DOMParser().parseFromString(`<main>${list(cell, 'Io Vance')}</main>`, 'text/html');
    const url = new URL('https://crm.example.com/deals');
    const days = ['2026-03-31', '2027-03-31'].map((title) => {
      document.querySelector('span')?.setAttribute('title', title);
      const page = { document, url, locale: 'en', now: '2027-03-01T12:00:00Z' };
      const result = atOnce(generic.read({ ...page, ended: new AbortController().signal }));
      return result.kind === 'read' ? result.deals[0]?.read.values.closeOn : result.kind;
    });
    expect(days).toEqual(['2026-03-31', '2027-03-31']);
  });
});

describe('a date on a card', () => {
  const board = (line: string) =>
    ['Qualified', 'Closed Won']
      .map(
        (stage, at) =>
          `<section class="col"><h3>${stage}</h3><ul>${[41, 57].map((id) => `<li class="card" data-deal-id="${id + at}"><h4>Roof</h4><p>€5.00</p><small>${line}</small></li>`).join('')}</ul></section>`,
      )
      .join('');
  const onCard = (line: string) =>
    read(`<div>${board(line)}</div>`)[0]
      ?.split(' | ')
      .at(-2);

  it.each([
    'Est. close 3/31/2027',
    'Closes 31 Mar 2027',
    'Expected close March 31, 2027',
    'Forventet lukkedato 31-03-2027',
  ])('is what stands before it: %s', (line) => expect(onCard(line)).toBe('2027-03-31'));

  it.each([
    'Due 3/31/2027',
    'Follow up 31 Mar 2027',
    'Closed Won 31 Mar 2027',
    'Roof 31 Mar 2027',
    '3/31/2027',
  ])('is none behind anything else: %s', (line) => expect(onCard(line)).toBe('–'));
});

describe('what is struck through', () => {
  const row = (stage: string, amount: string, closeOn: string) =>
    `<table><tr><th>Deal</th><th>Stage</th><th>Amount</th><th>Close date</th></tr><tr><td><a href="/deals/41">Roof</a></td><td>${stage}</td><td>${amount}</td><td>${closeOn}</td></tr></table>`;

  it('was so before: what stands beside it is so now', () => {
    const changed = row('<del>New</del> Offer', '<s>€4.00</s> €5.00', '<del>2027-02-28</del> 2027-03-31');
    expect(read(changed)).toEqual(['41 | Roof | Offer | – | 5.00 EUR | 2027-03-31 | –']);
  });

  it('is all there is of a deal that is crossed out', () => {
    const crossed = row('<s>Lost</s>', '<s>€4.00</s>', '<s>2027-02-28</s>');
    expect(read(crossed)).toEqual(['41 | Roof | Lost | lost | 4.00 EUR | 2027-02-28 | –']);
  });
});

describe('an owner with an address', () => {
  it.each([
    '<span>Io Vance</span><small>io@crm.example</small>',
    '<span>Io Vance</span> <span>io@crm.example</span>',
    'Io Vance (io@crm.example)',
    'Io Vance &lt;io@crm.example&gt;',
  ])('is who stands before it: %s', (inner) => expect(ownerOf(inner)).toBe('Io Vance'));

  it('is not known, and that is said, where one text holds both', () => {
    expect(ownerOf('Io Vance io@crm.example')).toBe('–');
    expect(flaggedOf(list('2027-03-31', 'Io Vance io@crm.example'))).toEqual([
      'Roof: value-unreadable owner',
    ]);
  });

  it('is the address where there is no more', () => expect(ownerOf('io@crm.example')).toBe('io@crm.example'));
});

describe('a date with how far away it is below it', () => {
  it('is the date', () => {
    expect(dayOf('<div>31 Mar 2027</div><div>in 30 days</div>')).toBe('2027-03-31');
    expect(dayOf('<div>12 Feb 2027</div><div>2 weeks ago</div>')).toBe('2027-02-12');
  });

  it('is none of two dates', () => {
    expect(dayOf('<div>31 Mar 2027</div><div>30 Apr 2027</div>')).toBe('–');
  });
});
