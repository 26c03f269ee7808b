import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../lib/messages/parse-message';
import { readBatch } from '../../../lib/messages/plain-schemas';
import { batch, read } from '../store/open';

describe('parseMessage', () => {
  const good = batch([read('7', { stage: 'lead' })]);

  it('lets a well-formed message through unchanged', () => {
    expect(parseMessage(readBatch, good)).toEqual({ data: good });
  });

  it.each([
    ['501 deals', batch(Array.from({ length: 501 }, (_, n) => read(String(n), {}))), 'reads'],
    ['no list of deals', { ...good, reads: 'all of them' }, 'reads'],
    ['no tenant', { ...good, tenant: { host: 'crm.example.com' } }, 'tenant.tenant'],
    ['a view of no kind', { ...good, view: { kind: 'poem', name: 'x' } }, 'view.kind'],
    ['fewer than no rows', { ...good, rendered: -1 }, 'rendered'],
    ['a time in words', { ...good, at: 'just now' }, 'at'],
    ['a field more', { ...good, extra: 1 }, 'message'],
    ['no object at all', 'drop table', 'message'],
  ])('refuses %s, says where, and never quotes it', (_, message, where) => {
    const parsed = parseMessage(readBatch, message);
    expect(parsed).toHaveProperty('refused');
    if ('refused' in parsed) expect(parsed.refused).toMatch(new RegExp(`^${where}: [a-z-]+$`));
  });
});
