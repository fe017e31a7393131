import { matchInPlace } from '../../src/compare/match-in-place.ts';

const SOURCE = 'They talked about formats and mechanisms for further interaction on Monday.';

/** What stands in the source in the place of a quotation out of a passage that was made from it. */
const placeOf = (quotation: string, made: string, source: string): string | null => {
  const start = made.indexOf(quotation);
  expect(start).not.toBe(-1);
  const match = matchInPlace(quotation, made, { start, end: start + quotation.length }, source);
  return match && source.slice(match.span.start, match.span.end);
};

describe('what a quotation was put in the place of', () => {
  it.each<[when: string, quotation: string, made: string, expected: string, source?: string]>([
    [
      'all of its words are others',
      'forms and procedures for ongoing contact',
      'They talked about forms and procedures for ongoing contact on Monday.',
      'formats and mechanisms for further interaction',
    ],
    [
      'a part of what was exchanged',
      'ongoing contact',
      'They talked about forms and procedures for ongoing contact on Monday.',
      'formats and mechanisms for further interaction',
    ],
    [
      'words around it are the same',
      'talked about forms on Monday',
      'They talked about forms on Monday.',
      'talked about formats and mechanisms for further interaction on Monday',
    ],
    [
      'who says it was told elsewhere',
      'forms and procedures',
      'They talked about “forms and procedures” on Monday.',
      'formats and mechanisms for further interaction',
      'They talked about “formats and mechanisms for further interaction,” the office said in part on Monday.',
    ],
  ])('is found where %s', (_, quotation, made, expected, source = SOURCE) => {
    expect(placeOf(quotation, made, source)).toBe(expected);
  });

  it.each([
    [
      'were put in',
      'and I would bet my life on it',
      'They talked about formats and mechanisms for further interaction, “and I would bet my life on it”, on Monday.',
    ],
    ['are those of the source', 'talked about formats', 'They talked about formats and mechanisms on Tuesday.'],
    [
      'were put in at the end',
      'In Alm',
      'They talked about formats and mechanisms for further interaction on Monday. In Alm',
    ],
  ])('is nothing where its words %s', (_, quotation, made) => {
    expect(placeOf(quotation, made, SOURCE)).toBeNull();
  });

  it('goes on beyond the passage', () => {
    const made = 'They talked about forms';
    const match = matchInPlace('about forms and more', made, { start: 12, end: 40 }, 'They talked about formats');
    expect(match).toMatchObject({
      isVerbatim: false,
      span: { start: 12, end: 25 },
      kinds: ['REWORDED'],
      differences: [],
    });
  });
});
