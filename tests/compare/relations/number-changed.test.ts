import { numberChanged } from '../../../src/compare/relations/number-changed.ts';
import { saying } from '../../support/saying.ts';

describe('numberChanged', () => {
  it.each([
    [
      'another number',
      '300 pilots were hurt in the winter storm',
      '500 pilots were hurt in the winter storm',
      '300',
      '500',
    ],
    [
      'a number written out',
      'three pilots were hurt in the winter storm',
      '4 pilots were hurt in the winter storm',
      'three',
      '4',
    ],
    ['a decimal mark', '1.5 million tonnes of old grain left', '15 million tonnes of old grain left', '1.5', '15'],
    [
      'a mark between thousands set elsewhere',
      '1,500 old boats left the harbour',
      '15,000 old boats left the harbour',
      '1,500',
      '15,000',
    ],
    [
      'two numbers, of which the first is told',
      '300 pilots, 20 old boats and storms',
      '500 pilots, 30 old boats and storms',
      '300',
      '500',
    ],
    [
      'other typography besides',
      '300 pilots — hurt in Winter storms',
      '500 pilots - hurt in winter storms',
      '300',
      '500',
    ],
  ])('holds for %s', (_, one, other, here, there) => {
    expect(numberChanged(saying(one), saying(other))).toEqual({
      type: 'CONTRADICTS',
      rationale: `The words are the same but for a number, ${here} here and ${there} there: “${one}” and “${other}”.`,
    });
    expect(numberChanged(saying(other), saying(one))?.rationale).toContain(`${there} here and ${here} there`);
  });

  it.each([
    ['the same number', '300 pilots were hurt in the winter storm', '300 pilots were hurt in the winter storm'],
    [
      'the same number, written out',
      'three pilots were hurt in the winter storm',
      '3 pilots were hurt in the winter storm',
    ],
    [
      'the same number without a mark between thousands',
      '1,500 tonnes of old grain left',
      '1500 tonnes of old grain left',
    ],
    ['a word exchanged', '300 pilots were hurt in the winter storm', '300 pilots were drowned in the winter storm'],
    [
      'a number and a word exchanged',
      '300 pilots were hurt in the winter storm',
      '500 pilots were drowned in the winter storm',
    ],
    ['a number left out', '300 pilots were hurt in the winter storm', 'pilots were hurt in the winter storm'],
    [
      'a number made less certain',
      'some 300 pilots were hurt in the winter storm',
      '300 pilots were hurt in the winter storm',
    ],
    ['a number for a word', 'many pilots were hurt in the winter storm', '300 pilots were hurt in the winter storm'],
    ['too few words to be the same matter', '300 pilots were hurt', '500 pilots were hurt'],
    ['no words at all', '', ''],
    ['numbers only', '300', '500'],
  ])('does not hold for %s', (_, one, other) => {
    expect(numberChanged(saying(one), saying(other))).toBeNull();
    expect(numberChanged(saying(other), saying(one))).toBeNull();
  });

  it('looks at each piece of what was said', () => {
    const [here, there] = ['300 pilots were hurt in winter storms', '500 pilots were hurt in winter storms'];
    expect(numberChanged(saying('It is so', here), saying(there, 'and so on'))?.type).toBe('CONTRADICTS');
    expect(numberChanged(saying('It is so', here), saying('and so on', here))).toBeNull();
    expect(numberChanged(saying(), saying(there))).toBeNull();
  });
});
