import type { FoundAttribution } from '../../../src/extract/attributions/attribution.ts';
import { findAttributions } from '../../../src/extract/attributions/find-attributions.ts';

type Parts = readonly [source: string, cue: string, content: string];

/** Attributions as their words; spans of one part are joined by " … ". */
function wordsOf(text: string, { source, cue, content }: FoundAttribution): Parts {
  const words = (spans: FoundAttribution['source']) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return [words(source), words(cue), words(content)];
}

const found = (text: string): Parts[] => findAttributions(text).map((one) => wordsOf(text, one));

describe('findAttributions', () => {
  it.each([
    [
      'a quotation with the speaker behind it',
      '“The dam will hold,” said Ida Marsh, the mayor.',
      [['Ida Marsh, the mayor', 'said', '“The dam will hold,”']],
    ],
    [
      'a quotation with the speaker before it',
      'Marsh said, “The dam will hold.”',
      [['Marsh', 'said', '“The dam will hold.”']],
    ],
    [
      'a quotation on both sides of its speaker',
      '“The dam will hold,” Marsh said. “We checked it twice.”',
      [['Marsh', 'said', '“The dam will hold,” … “We checked it twice.”']],
    ],
    ['straight marks', '"The dam will hold," Marsh said.', [['Marsh', 'said', '"The dam will hold,"']]],
    ['reported words', 'The mayor said that the dam would hold.', [['The mayor', 'said', 'that the dam would hold']]],
    [
      'reported words without “that”',
      'The mayor said the dam would hold.',
      [['The mayor', 'said', 'the dam would hold']],
    ],
    ['a speaker at the end', 'The dam would hold, the mayor said.', [['the mayor', 'said', 'The dam would hold']]],
    [
      'what is according to somebody',
      'The dam will hold, according to the mayor.',
      [['the mayor', 'according to', 'The dam will hold']],
    ],
    ['a belief', 'Residents believe the dam will hold.', [['Residents', 'believe', 'the dam will hold']]],
    ['an intention', 'The mayor wants to rebuild the dam.', [['The mayor', 'wants', 'to rebuild the dam']]],
    [
      'two sayings of one',
      'Marsh said the dam would hold. She added that nobody should worry.',
      [
        ['Marsh', 'said', 'the dam would hold'],
        ['She', 'added', 'that nobody should worry'],
      ],
    ],
  ] as [string, string, Parts[]][])('finds %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['what only happened', 'Rain fell on the valley all night.'],
    ['a name in quotation marks', 'The play “Twelfth Night” opens in May.'],
    ['a word of saying that says nothing here', 'The road runs along the coast for ten miles.'],
  ])('finds nothing in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['DIRECT', '“The dam will hold,” Marsh said.'],
    ['INDIRECT', 'Marsh said the dam would hold.'],
    ['MIXED', 'Marsh said the dam was “as safe as a house” and would hold.'],
  ])('tells that a content is %s', (kind, text) => {
    expect(findAttributions(text).map(({ quotation }) => quotation)).toEqual([kind]);
  });

  it('is surer of the plain than of the doubtful, and tells what that rests on', () => {
    const [plain] = findAttributions('“The dam will hold,” Ida Marsh said.');
    const [doubtful] = findAttributions('There was talk in the valley of the fears of many for the old dam.');
    expect(plain?.confidence).toBeGreaterThan(0.6);
    expect(doubtful?.confidence ?? 0).toBeLessThan(0.5);
    expect(plain?.evidence.spans.map(({ role }) => role)).toEqual(['source', 'cue', 'content']);
    for (const { likelihood } of plain?.evidence.spans ?? []) expect(likelihood).toBeGreaterThan(0.5);
  });

  it('gives places in UTF-16 units', () => {
    const text = '🙂🙂 “The dam will hold,” Marsh said.';
    expect(found(text)).toEqual([['Marsh', 'said', '“The dam will hold,”']]);
  });
});
