import * as vocabularies from '../../src/domain/vocabulary.ts';

describe('The vocabularies', () => {
  it.each(Object.entries(vocabularies))('%s maps each name to itself, and cannot be changed', (_, vocabulary) => {
    expect(Object.keys(vocabulary).length).toBeGreaterThan(1);
    for (const [key, value] of Object.entries(vocabulary)) expect(value).toBe(key);
    expect(Object.isFrozen(vocabulary)).toBe(true);
  });
});
