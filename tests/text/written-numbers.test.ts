import fc from 'fast-check';
import { joinNumbers } from '../../src/text/written-numbers.ts';
import { tokenize } from '../../src/text/words.ts';

const keys = (text: string) => joinNumbers(text, tokenize(text)).map(({ key }) => key);

describe('the words of a number', () => {
  it.each<[text: string, expected: string[]]>([
    ['twenty-five', ['25']],
    ['twenty five', ['25']],
    ['Ninety‑nine men', ['99', 'men']],
    ['three hundred', ['300']],
    ['three hundred and five', ['305']],
    ['three hundred forty-two boats', ['342', 'boats']],
    ['fifteen hundred', ['1500']],
    ['two thousand', ['2000']],
    ['twelve thousand three hundred and one', ['12301']],
    ['five thousand and seven', ['5007']],
    ['three', ['3']],
    ['hundred', ['100']],
    ['three hundred and boats', ['300', 'and', 'boats']],
    ['three two', ['3', '2']],
    ['five twenty', ['5', '20']],
    ['twenty, five', ['20', '5']],
    ['twenty ten', ['20', '10']],
    ['thirty and five', ['30', 'and', '5']],
    ['20 five', ['20', '5']],
    ['3 hundred', ['3', '100']],
    ['a thousand', ['a', 'thousand']],
    ['three million', ['3', 'million']],
    ['zero hundred', ['0', '100']],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('are one, for every number below a hundred thousand, and stand where its words stand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.boolean(), (number, hasAnd) => {
        const words = written(number, hasAnd);
        const text = `of ${words} boats`;
        const [, joined] = joinNumbers(text, tokenize(text));
        expect(joined).toMatchObject({ key: String(number), start: 3, end: 3 + words.length });
      }),
    );
  });
});

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function written(number: number, hasAnd: boolean): string {
  const rest = (value: number) => (value === 0 ? '' : `${hasAnd ? ' and ' : ' '}${written(value, hasAnd)}`);
  if (number >= 1000) return `${written(Math.floor(number / 1000), hasAnd)} thousand${rest(number % 1000)}`;
  if (number >= 100) return `${written(Math.floor(number / 100), hasAnd)} hundred${rest(number % 100)}`;
  if (number < 20) return SMALL[number] ?? '';
  return `${TENS[Math.floor(number / 10)] ?? ''}${number % 10 === 0 ? '' : `-${SMALL[number % 10] ?? ''}`}`;
}
