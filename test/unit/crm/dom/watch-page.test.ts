import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../../../lib/crm/dom/watch-page';

let ended: AbortController;
let main: Element;
const onSettled = vi.fn<(isRestless: boolean) => void>();
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  document.body.replaceChildren(document.createElement('main'));
  main = document.body.children[0] ?? document.body;
  ended = new AbortController();
  onSettled.mockReset();
  watchPage({
    document,
    target: () => document.querySelector('main') ?? document.body,
    onSettled,
    signal: ended.signal,
    quietMs: 40,
  });
});

afterEach(() => ended.abort());

describe('watchPage', () => {
  it('calls once after a burst of changes has come to rest', async () => {
    for (let row = 0; row < 5; row += 1) {
      main.append(document.createElement('p'));
      await wait(5);
    }
    expect(onSettled).not.toHaveBeenCalled();
    await wait(150);
    expect(onSettled).toHaveBeenCalledTimes(1);
  });

  it('says nothing of a page that does not change, nor of our own layer', async () => {
    main.append(document.createElement('stafet-marker'));
    main.querySelector('stafet-marker')?.append('text');
    main.querySelector('stafet-marker')?.remove();
    await wait(150);
    expect(onSettled).not.toHaveBeenCalled();
  });

  it('follows a container that is replaced', async () => {
    document.body.replaceChildren(document.createElement('main'));
    await wait(150);
    expect(onSettled).toHaveBeenCalledTimes(1);
    document.querySelector('main')?.append('more');
    await wait(150);
    expect(onSettled).toHaveBeenCalledTimes(2);
  });

  it('sees a change of address', async () => {
    history.pushState(null, '', '#/deals/2');
    window.dispatchEvent(new Event('hashchange'));
    await wait(150);
    expect(onSettled).toHaveBeenCalledTimes(1);
  });

  it('is heard at last on a page that never rests, and says so', async () => {
    ended.abort();
    ended = new AbortController();
    // Long enough a quiet time for a busy machine, on which a pause of 20 ms may take 100.
    watchPage({ document, target: () => main, onSettled, signal: ended.signal, quietMs: 400 });
    const until = performance.now() + 2600;
    while (performance.now() < until) {
      main.append(document.createElement('p'));
      await wait(20);
    }
    expect(onSettled.mock.calls).toEqual([[true]]);
    await vi.waitFor(() => expect(onSettled.mock.calls).toEqual([[true], [false]]));
  });

  it('counts what changes, so that a read of the page can tell whether it is still the same', async () => {
    ended.abort();
    ended = new AbortController();
    const { changes } = watchPage({ document, target: () => main, onSettled, signal: ended.signal });
    const before = changes();
    main.append(document.createElement('stafet-marker'));
    await wait(0);
    expect(changes()).toBe(before);
    main.append('text');
    await wait(0);
    expect(changes()).toBeGreaterThan(before);
  });

  it('tells of a click before the page acts on it, with the address that is left', () => {
    ended.abort();
    ended = new AbortController();
    const order: string[] = [];
    watchPage({
      document,
      target: () => main,
      onSettled,
      onLeave: ({ hash }) => order.push(`left ${hash}`),
      signal: ended.signal,
    });
    history.pushState(null, '', '#/deals/2');
    window.dispatchEvent(new Event('hashchange'));
    main.addEventListener('click', () => order.push('page'));
    main.dispatchEvent(new Event('click', { bubbles: true }));
    expect(order).toEqual(['left #/deals/2', 'page']);
  });

  it('tells of another address at once, before anything is drawn for it', () => {
    ended.abort();
    ended = new AbortController();
    const navigation = new EventTarget();
    Object.assign(window, { navigation });
    const left: string[] = [];
    watchPage({
      document,
      target: () => main,
      onSettled,
      onLeave: ({ hash }) => left.push(hash),
      signal: ended.signal,
    });
    history.pushState(null, '', '#/deals/3');
    navigation.dispatchEvent(new Event('currententrychange'));
    navigation.dispatchEvent(new Event('currententrychange'));
    history.pushState(null, '', '#/deals/4');
    navigation.dispatchEvent(new Event('currententrychange'));
    Reflect.deleteProperty(window, 'navigation');
    expect(left.slice(1)).toEqual(['#/deals/3']);
    expect(left).toHaveLength(2);
  });

  it('looks at what was scrolled once it stands still', async () => {
    const onScrolled = vi.fn<() => void>();
    ended.abort();
    ended = new AbortController();
    watchPage({ document, target: () => main, onSettled, onScrolled, signal: ended.signal, quietMs: 40 });
    for (let n = 0; n < 3; n += 1) main.dispatchEvent(new Event('scroll'));
    expect(onScrolled).not.toHaveBeenCalled();
    await wait(150);
    expect(onScrolled).toHaveBeenCalledTimes(1);
  });

  it('is silent once the signal has aborted, also about what was waiting', async () => {
    main.append('a');
    await wait(10);
    ended.abort();
    main.append('b');
    await wait(150);
    expect(onSettled).not.toHaveBeenCalled();
  });
});
