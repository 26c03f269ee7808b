import { describe, expect, it } from 'vitest';
import { deepAll, deepText, hasShadow, inFront, isInView } from '../../../../lib/crm/dom/deep-query';

function draw(html: string): HTMLElement {
  const place = document.createElement('div');
  place.innerHTML = html;
  document.body.replaceChildren(place);
  return place;
}

function shadowOf(place: ParentNode, selector: string, html: string): ShadowRoot {
  const host = place.querySelector(selector);
  if (host === null) throw new Error(selector);
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}

describe('what lies in shadow roots', () => {
  it('is found at any depth', () => {
    const place = draw('<p>1</p><x-list></x-list>');
    const list = shadowOf(place, 'x-list', '<p>2</p><x-row></x-row>');
    shadowOf(list, 'x-row', '<p>3</p>');
    expect(deepAll(place, 'p').map(({ textContent }) => textContent)).toEqual(['1', '2', '3']);
    expect(hasShadow(place)).toBe(true);
    expect(hasShadow(draw('<p>1</p>'))).toBe(false);
  });

  it('is part of the text, its style sheets are not', () => {
    const place = draw('<x-number></x-number>');
    shadowOf(place, 'x-number', '<style>p{}</style><span>€15,250.50</span>');
    const number = place.querySelector('x-number');
    expect(number === null ? '' : deepText(number)).toBe('€15,250.50');
    expect(deepText(place)).toBe('€15,250.50');
  });

  it('is hidden with its host', () => {
    const place = draw('<div aria-hidden="true"><x-page></x-page></div>');
    const page = shadowOf(place, 'x-page', '<p>1</p>').querySelector('p');
    expect(page === null || isInView(page)).toBe(false);
  });
});

describe('of several the one in front', () => {
  const only = (html: string) => inFront([...draw(html).querySelectorAll('p')])?.textContent;

  it('is not one that the markup hides, in whichever way', () => {
    expect(only('<p>1</p>')).toBe('1');
    expect(only('<p>1</p><p hidden>2</p><div style="visibility: hidden"><p>3</p></div>')).toBe('1');
    expect(only('<div aria-hidden="true"><p>1</p></div><p>2</p>')).toBe('2');
    expect(only('<p style="display:none">1</p>')).toBeUndefined();
  });

  it('is the last of those that may be', () => expect(only('<p>1</p><p>2</p>')).toBe('2'));
});
