import { describe, expect, it } from 'vitest';
import { opportunityId } from '../../../../lib/crm/salesforce/deal-id';

describe('the id of an opportunity', () => {
  // From the test of another project (Talent-Catalog/talentcatalog, TestExtractSFIDFromUrl.java): a short id and its long form.
  it('is the long one that Salesforce gives to the short one', () => {
    expect(opportunityId('0061N00000gO3zX')).toBe('0061N00000gO3zXQAS');
    expect(opportunityId('0061N00000gO3zXQAS')).toBe('0061N00000gO3zXQAS');
  });

  it.each([
    // Suffixes of the rule itself: a letter for each five characters, by which of them are capitals.
    ['006000000000000', 'AAA'],
    ['00600000000000A', 'AAQ'],
    ['0060A0000A0000A', 'QQQ'],
    ['006A0000A0000A0', 'III'],
    ['006ZZZZZZZZZZZZ', 'Y55'],
    ['006zzzzzzzzzzzz', 'AAA'],
  ])('of %s ends in %s', (short, suffix) => {
    expect(opportunityId(short)).toBe(short + suffix);
    expect(opportunityId(short + suffix)).toBe(short + suffix);
  });

  it('keeps two deals apart that differ in the size of a letter', () => {
    expect(opportunityId('0065g00000abcdE')).not.toBe(opportunityId('0065g00000abcde'));
  });

  it.each([
    '0061N00000gO3zXQAA',
    '0061n00000go3zxQAS',
    '0011N00000gO3zX',
    '0061N00000gO3z',
    '0061N00000gO3zXQ',
    'pipelineViewCard',
    '',
  ])('is none in %j', (text) => expect(opportunityId(text)).toBeUndefined());
});
