import { addressee, withoutAddressee } from '../../../src/extract/further-sources/told-outlet.ts';
import type { Attribution } from '../../../src/extract/uncued/uncued-rule.ts';
import { readMarkedAttribution } from './marked-attribution.ts';

const read = (marked: string): { readonly text: string; readonly attribution: Attribution } => {
  const { article, attribution } = readMarkedAttribution(marked);
  return { text: article.text, attribution };
};

describe('the words that may name the outlet to which something was said', () => {
  it.each([
    ['behind "told"', 'Holm ⟨told⟩ the daily Nordlys ⟦that it rains⟧.', 'the daily Nordlys'],
    ['behind "told" with a comma', 'Holm ⟨told⟩ the Post, ⟦“It rains.”⟧', 'the Post'],
    ['behind the quotation', '⟦“It rains,”⟧ Holm ⟨told⟩ the Post.', 'the Post'],
    ['behind the quotation with a day', '⟦“It rains,”⟧ Holm ⟨told⟩ the Post on Monday.', 'the Post'],
    ['at the end of the text', '⟦“It rains,”⟧ Holm ⟨told⟩ the Post', 'the Post'],
    ['in an interview', '⟦“It rains,”⟧ Holm ⟨said⟩ in an interview with the Post.', 'the Post'],
    ['in a radio interview', '⟦“It rains,”⟧ Holm ⟨said⟩ in a radio interview with Radio Nord.', 'Radio Nord'],
    ['quoted by', '⟦“It rains,”⟧ Holm ⟨was quoted⟩ by the Post.', 'the Post'],
  ])('%s', (_, marked, expected) => {
    const { text, attribution } = read(marked);
    const span = addressee(text, attribution);
    expect(span && text.slice(span.start, span.end)).toBe(expected);
  });

  it.each([
    ['none behind "said"', '⟦“It rains,”⟧ Holm ⟨said⟩ the other day.'],
    ['none without a cue', '⟦“It rains,”⟧ Holm.'],
    ['none right before the content', 'Holm ⟨told⟩⟦ that it rains⟧'],
  ])('%s', (_, marked) => {
    const { text, attribution } = read(marked);
    expect(addressee(text, attribution)).toBeNull();
  });
});

describe('content that begins with whom it was told', () => {
  it.each([
    ['an outlet before a quotation', 'Holm ⟨told⟩ ⟦the Post, “It rains.”⟧', '“It rains.”'],
    ['a clause', 'Holm ⟨told⟩ ⟦that in the north, “it rains.”⟧', 'that in the north, “it rains.”'],
    ['reporters', 'Holm ⟨told⟩ ⟦reporters, “It rains.”⟧', '“It rains.”'],
    ['a cue that has no addressee', 'Holm ⟨said⟩ ⟦in the north, “it rains.”⟧', 'in the north, “it rains.”'],
    ['a quotation alone', 'Holm ⟨told⟩ ⟦“It rains.”⟧', '“It rains.”'],
    ['a cue behind it', '⟦the Post, “It rains,”⟧ Holm ⟨told⟩', 'the Post, “It rains,”'],
  ])('%s', (_, marked, expected) => {
    const { text, attribution } = read(marked);
    const [content] = withoutAddressee(text, attribution).content;
    expect(text.slice(content?.start, content?.end)).toBe(expected);
  });
});
