import { withSource } from '../../../src/extract/further-sources/with-source.ts';
import { withWhoSaidIt } from '../../../src/extract/further-sources/with-who-said-it.ts';
import { withoutReporter } from '../../../src/extract/further-sources/without-reporter.ts';
import type { Attribution, ReadArticle } from '../../../src/extract/uncued/uncued-rule.ts';
import { readMarkedAttribution } from './marked-attribution.ts';

/** The parts of a marked attribution once it is mended. */
function mended(marked: string, mend: (article: ReadArticle, attribution: Attribution) => Attribution) {
  const { article, attribution } = readMarkedAttribution(marked);
  const { source, cue, content } = mend(article, attribution);
  const words = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
  return { source: source.map(words), cue: cue.map(words), content: content.map(words) };
}

describe('an attribution without those who only report it', () => {
  const mend = (marked: string) => mended(marked, ({ text }, attribution) => withoutReporter(text, attribution));

  it.each([
    ['before who speaks', 'As {ABC reports, Bo Lind} ⟨said⟩ ⟦it rains⟧.', ['Bo Lind'], ['it rains']],
    [
      'among what is said',
      '⟦On these grounds and as Lom TV reports⟧, {he} ⟨said⟩ that ⟦“it rains”⟧.',
      ['he'],
      ['“it rains”'],
    ],
  ])('%s', (_, marked, source, content) => {
    expect(mend(marked)).toMatchObject({ source, content });
  });

  it.each([
    ['without "as"', '{ABC reports, Bo Lind} ⟨said⟩ ⟦it rains⟧.'],
    ['a name with an office', 'As {Bo Lind, the mayor,} ⟨said⟩ ⟦it rains⟧.'],
    ['what is said of a report', '{He} ⟨said⟩ ⟦it is as he reported⟧.'],
    ['a clause with "as" that goes on', '⟦It floods as Lom TV reports on it⟧, {he} ⟨said⟩. ⟦It rains⟧.'],
  ])('is left alone: %s', (_, marked) => {
    const { article, attribution } = readMarkedAttribution(marked);
    expect(withoutReporter(article.text, attribution)).toEqual(attribution);
  });
});

describe('an attribution with whoever stands right before its cue', () => {
  const sourceOf = (marked: string) => mended(marked, withSource).source;

  it.each([
    ['by name', 'Ada Holm ⟨said⟩ ⟦it rains⟧.', 'Ada Holm'],
    ['by a noun', 'The separatists reportedly ⟨told⟩ the envoy that ⟦it rains⟧.', 'The separatists'],
    ['with an auxiliary', 'A ministry spokesman has also ⟨said⟩ ⟦it rains⟧.', 'A ministry spokesman'],
  ])('%s', (_, marked, expected) => {
    expect(sourceOf(marked)).toEqual([expected]);
  });

  it.each([
    ['nobody right before it', '⟦It rains⟧, ⟨said⟩ the mayor.'],
    ['somebody behind more', 'On Monday, Holm ⟨said⟩ ⟦it rains⟧.'],
    ['a clause', 'The mayor who was asked ⟨said⟩ ⟦it rains⟧.'],
    ['what was said before', 'This was ⟨said⟩ by ⟦them⟧.'],
  ])('finds none: %s', (_, marked) => {
    expect(sourceOf(marked)).toEqual([]);
  });
});

describe('an attribution by whoever said it, not by the one according to whom they did', () => {
  it.each([
    [
      'behind a quotation',
      '⟦“It rains,”⟧ Mayor Ada Holm told Nordlys, ⟨according to⟩ {the Lom Times}.',
      'Mayor Ada Holm',
      'told',
    ],
    ['behind its verb', '⟦“It rains,”⟧ said the mayor, according to {the Lom Times}.', 'the mayor', 'said'],
    ['as a pronoun', '⟦“It rains,”⟧ she told him on Monday, ⟨according to⟩ {people who were there}.', 'she', 'told'],
    ['behind words without marks', '⟦It rains⟧, Holm said, ⟨according to⟩ {Nordlys}.', 'Holm', 'said'],
    ['before a clause', 'Ada Holm told Nordlys ⟦that it rains⟧, ⟨according to⟩ {the Lom Times}.', 'Ada Holm', 'told'],
    ['before its "that"', 'The mayor said on Monday that ⟦it rains⟧, ⟨according to⟩ {Nordlys}.', 'The mayor', 'said'],
    ['where its verb was found', '⟦“It rains,”⟧ ⟨said⟩ Ada Holm, according to {the Lom Times}.', 'Ada Holm', 'said'],
  ])('%s', (_, marked, source, cue) => {
    expect(mended(marked, withWhoSaidIt)).toMatchObject({ source: [source], cue: [cue] });
  });

  it.each([
    ['nobody else said it', '⟦“It rains,”⟧ ⟨according to⟩ {the Lom Times}.'],
    ['who said it is found', '⟦“It rains,”⟧ {Ada Holm} ⟨said⟩, according to the Lom Times.'],
    ['what was done is not to say', '⟦It rains⟧, which Ada Holm likes, ⟨according to⟩ {the Lom Times}.'],
    ['another sentence is between', '⟦“It rains.”⟧ Ada Holm said so. She smiled, ⟨according to⟩ {the Lom Times}.'],
    ['somebody said something else', 'Ada Holm said nothing of ⟦the rain⟧, ⟨according to⟩ {the Lom Times}.'],
    ['it stands before', '⟨According to⟩ {the Lom Times}, ⟦“it rains”⟧.'],
    ['nothing that speaks is there', '⟦It rains⟧, it said, ⟨according to⟩ {the Lom Times}.'],
  ])('is left alone where %s', (_, marked) => {
    const { article, attribution } = readMarkedAttribution(marked);
    expect(withWhoSaidIt(article, attribution)).toEqual(attribution);
  });
});
