import { quotedAs } from '../../../src/extract/statements/quoted-as.ts';
import type { Span } from '../../../src/text/span.ts';

function split(text: string, cue: string) {
  const at = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const content = /“[^”]*”/.exec(text)?.[0] ?? '';
  const found = quotedAs(text, {
    source: [at(text.slice(0, text.indexOf(' ')))],
    cue: [at(cue)],
    content: [at(content)],
    confidence: 1,
    step: 'model',
  });
  return found.map((one) => ({
    source: one.source.map(({ start, end }) => text.slice(start, end)).join(),
    cue: one.cue.map(({ start, end }) => text.slice(start, end)).join(),
  }));
}

describe('who is quoted by somebody as saying something', () => {
  it.each([
    ['Tass quoted Ada Holm as saying: “It rains.”', 'quoted Ada Holm as saying', ['quoted', 'Ada Holm', 'as saying']],
    [
      'Tass quoted the mayor as saying: “It rains.”',
      'quoted the mayor as saying',
      ['quoted', 'the mayor', 'as saying'],
    ],
    [
      'Tass has quoted Holm as telling it: “It rains.”',
      'has quoted Holm as telling',
      ['has quoted', 'Holm', 'as telling'],
    ],
    ['Tass paraphrased Kim as saying: “It rains.”', 'paraphrased Kim as saying', ['paraphrased', 'Kim', 'as saying']],
    ['Tass quoted him as saying: “It rains.”', 'quoted him as saying', ['quoted', 'him', 'as saying']],
  ])('%s', (text, cue, [passing, speaker, saying]) => {
    expect(split(text, cue)).toEqual([
      { source: 'Tass', cue: passing },
      { source: speaker, cue: saying },
    ]);
  });

  it.each([
    ['Holm was quoted as saying: “It rains.”', 'was quoted as saying'],
    ['Holm said: “It rains.”', 'said'],
    ['Holm described it as “rain”.', 'described it as'],
  ])('is left alone: %s', (text, cue) => {
    expect(split(text, cue)).toEqual([{ source: 'Holm', cue }]);
  });
});
