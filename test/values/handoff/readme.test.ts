import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../lib/handoff/answer-line';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the example in the README', () => {
  it('is what the command answers', () => {
    const answer = answerLine(read('./example.jsonl'));
    const section = read('../../../README.md').split('### Handoff quality')[1]?.split('\n### ')[0] ?? '';
    const shown = section.split('\n').filter((line) => /^[{"]/.test(line));
    expect(shown).toHaveLength(5);
    for (const line of shown) expect(answer).toContain(line);
  });
});
