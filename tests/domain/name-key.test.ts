import { nameKey } from '../../src/domain/name-key.ts';

describe('nameKey', () => {
  it.each([
    ['Kim Jong-un', 'kim jong un'],
    ['KIM JONG UN', 'kim jong un'],
    ['Kim\u00A0Jong\u2011un', 'kim jong un'],
    ['José Núñez', 'jose nunez'],
    ['Jose\u0301 Nu\u0301n\u0303ez', 'jose nunez'],
    ['Donetsk People’s Republic', 'donetsk people s republic'],
    ['U.N.', 'u n'],
    ['Владимир Путин', 'владимир путин'],
    ['3M', '3m'],
  ])('makes %j %j', (name, expected) => {
    expect(nameKey(name, 'PERSON')).toBe(expected);
  });

  it.each([
    ['Kim Jong-un', 'Kim Jong-il'],
    ['Sin Hong Chol', 'Sin Hong Chul'],
    ['Ann Lee', 'Annlee'],
  ])('tells %j and %j apart', (one, other) => {
    expect(nameKey(one, 'PERSON')).not.toBe(nameKey(other, 'PERSON'));
  });

  it('is null for a source left unnamed, and where no letter is left', () => {
    expect(nameKey('a senior official', 'UNNAMED')).toBeNull();
    expect(nameKey('—', 'PERSON')).toBeNull();
  });
});
