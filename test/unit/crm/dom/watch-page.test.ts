import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../../../lib/crm/dom/watch-page';

let ended: AbortController;
let main: Element;
const onSettled = vi.fn<() => void>();
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

  it('is heard at last on a page that never rests', async () => {
    const until = performance.now() + 2600;
    while (performance.now() < until) {
      main.append(document.createElement('p'));
      await wait(20);
    }
    expect(onSettled.mock.calls.length).toBeGreaterThanOrEqual(1);
    expect(onSettled.mock.calls.length).toBeLessThanOrEqual(2);
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
