import './browser-in-english';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';
import { PlatformProvider, type Platform } from '../../../components/hooks/platform';
import { FormatProvider } from '../../../components/ui/format-context';

export const noon = '2026-05-19T12:00:00.000Z';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) act(end);
  window.location.hash = '';
});

/** Draws a surface in memory, at noon of 19 May 2026. */
export function render(surface: ReactNode, platform: Platform, locale = 'en'): HTMLElement {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  ends.push(() => {
    root.unmount();
    container.remove();
  });
  act(() =>
    root.render(
      <FormatProvider locale={locale} clock={() => noon}>
        <PlatformProvider value={platform}>{surface}</PlatformProvider>
      </FormatProvider>,
    ),
  );
  return container;
}

/** The element with that handle; fails where there is none. */
export function handle(container: HTMLElement, testid: string): HTMLElement {
  const found = container.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
  if (found === null) throw new Error(`no ${testid} on the surface`);
  return found;
}

export const has = (container: HTMLElement, testid: string): boolean =>
  container.querySelector(`[data-testid="${testid}"]`) !== null;

/** Spaces as typed. */
export const text = (element: Element): string =>
  (element.textContent ?? '').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

export async function click(element: Element): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
}

/** Types into a field as a user would: React listens to the native setter. */
export async function type(field: Element, value: string): Promise<void> {
  const kinds = [HTMLSelectElement, HTMLTextAreaElement, HTMLInputElement];
  const prototype = kinds.find((kind) => field instanceof kind)?.prototype;
  if (prototype === undefined) throw new Error('not a field');
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
}

export async function submit(form: Element): Promise<void> {
  await act(async () => {
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}
