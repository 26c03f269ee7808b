import { click, handle, has, render, text } from '../render';
import { afterEach, describe, expect, test } from 'vitest';
import { Dashboard } from '../../../../components/dashboard/Dashboard';
import { Popup } from '../../../../components/popup/Popup';
import { StoreNotes } from '../../../../components/popup/StoreNotes';
import { SidePanel } from '../../../../components/sidepanel/SidePanel';
import type { RestoreOutcome } from '../../../../lib/messages/views';
import { speak } from '../browser-in-english';
import { aGlance, fakePlatform } from '../fake-platform';

afterEach(() => speak('en'));

const at = '2026-05-19T09:30:00.000Z';
const whole: RestoreOutcome = { kind: 'restored', at, whole: true, deals: 1234, changes: 5678 };

/** What the note says; Node's tests run in UTC. */
function said(outcome: RestoreOutcome, locale: 'en' | 'da' = 'en'): string {
  speak(locale);
  return text(handle(render(<StoreNotes />, fakePlatform({ restored: outcome }), locale), 'restored'));
}

describe('a store that was lost', () => {
  test('is said to be back, with what came back and that nothing is missing', () => {
    expect(said(whole)).toBe(
      'Your browser lost Stafet’s database on May 19, 9:30 AM' +
        '1,234 deals and 5,678 changes were restored from the second copy. Nothing is missing.Close this note',
    );
    expect(said({ ...whole, deals: 1, changes: 1 })).toContain('1 deal and 1 change were restored');
  });

  test('is said in Danish as well', () => {
    expect(said(whole, 'da')).toBe(
      'Browseren mistede Stafets database 19. maj, 9.30' +
        '1.234 deals og 5.678 ændringer blev gendannet fra den anden kopi. Intet mangler.Luk denne besked',
    );
    expect(said({ ...whole, missing: { since: at } }, 'da')).toContain(
      'Det, der blev gemt efter 19. maj, 9.30, mangler',
    );
  });

  test('is never said to be whole where something is missing', () => {
    const later = said({ ...whole, missing: { since: '2026-05-18T15:00:00.000Z' } });
    expect(later).toContain('What was stored after May 18, 3:00 PM is missing');
    expect(later).not.toContain('Nothing is missing');
    const some = said({ ...whole, missing: {} });
    expect(some).toContain('A part of it could not be read and is missing');
    expect(some).not.toContain('Nothing is missing');
  });

  test('is said to be gone where no copy was left', () => {
    const gone = said({ ...whole, kind: 'lost' });
    expect(gone).toContain('The second copy is gone as well; there were 1,234 deals.');
    expect(gone).not.toContain('restored');
  });

  test('is said while it comes back, and cannot be waved away then', () => {
    const notes = render(<StoreNotes />, fakePlatform({ restored: { ...whole, kind: 'restoring' } }));
    expect(text(handle(notes, 'restored'))).toContain('It is being restored from the second copy.');
    expect(has(notes, 'dismiss-restored')).toBe(false);
  });

  test('lost the latest writes only', () => {
    expect(said({ ...whole, whole: false })).toContain('lost the latest changes to Stafet’s database');
  });

  test('is said on every surface until its user has taken note', async () => {
    const platform = fakePlatform({ restored: whole, glance: aGlance });
    const surfaces = [<Popup key="1" />, <SidePanel key="2" />, <Dashboard key="3" />].map((surface) =>
      render(surface, platform),
    );
    for (const surface of surfaces) expect(has(surface, 'restored')).toBe(true);
    for (const surface of surfaces.slice(0, 1)) await click(handle(surface, 'dismiss-restored'));
    expect(platform.calls.map(({ name }) => name)).toEqual(['dismissRestored']);
    for (const surface of surfaces) expect(has(surface, 'restored')).toBe(false);
  });
});

describe('a store', () => {
  test('with one copy only says so, and since when', () => {
    const notes = render(<StoreNotes />, fakePlatform({ oneCopy: { since: at } }));
    expect(text(handle(notes, 'one-copy'))).toContain('could not be written since May 19, 9:30 AM');
  });

  test('that cannot be used at all says that instead', () => {
    const error = { kind: 'held', detail: 'StoreHeldError' } as const;
    const notes = render(<StoreNotes />, fakePlatform({ oneCopy: { since: at }, error }));
    expect(has(notes, 'one-copy')).toBe(false);
    expect(text(handle(notes, 'error'))).toContain('Nothing is stored meanwhile');
  });

  test('that is well says nothing', () => {
    expect(render(<StoreNotes />, fakePlatform()).textContent).toBe('');
  });
});
