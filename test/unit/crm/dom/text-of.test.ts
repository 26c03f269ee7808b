import { describe, expect, it } from 'vitest';
import { linesOf, textOf } from '../../../../lib/crm/dom/text-of';

function element(html: string): Element {
  return new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.children[0] as Element; // The div just made.
}

describe('textOf', () => {
  it.each([
    ['  Two \n  words ', 'Two words'],
    ['<span>€</span><b>1,000</b><i>.50</i>', '€1,000.50'],
    ['a<script>b</script><style>c</style><template>d</template>e', 'ae'],
    [
      'Name<ul role="menu"><li>Delete</li></ul><span hidden>x</span><span aria-hidden="true">y</span>',
      'Name',
    ],
    ['<span style="display: none">x</span>shown', 'shown'],
    ['<select><option>Won</option></select><textarea>typed</textarea>', ''],
    ['1\u00a0234,50\u00a0kr.', '1\u00a0234,50\u00a0kr.'],
  ])('takes %j as %j', (html, text) => {
    expect(textOf(element(html))).toBe(text);
  });

  it('keeps apart what would join to another number', () => {
    expect(linesOf(element('<div>€12,400</div><div>€13,000</div>'))).toEqual(['€12,400', '€13,000']);
    expect(linesOf(element('100<sup>50</sup>'))).toEqual(['100', '50']);
    expect(linesOf(element('<b>3</b><i>400</i>'))).toEqual(['3', '400']);
    expect(linesOf(element('5<br>Jan'))).toEqual(['5', 'Jan']);
  });
});
