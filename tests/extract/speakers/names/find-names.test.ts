import { ArticleView } from '../../../../src/extract/speakers/article-view.ts';
import { findNames } from '../../../../src/extract/speakers/names/find-names.ts';

const namesOf = (text: string) => findNames(new ArticleView(text), []).map(({ start, end }) => text.slice(start, end));

describe('findNames', () => {
  it.each([
    ['without titles', 'Then Sen. Ann Lee met President Bob Day.', ['Ann Lee', 'Bob Day']],
    ['behind an office of several words', 'Then Secretary of State Ann Lee left.', ['Ann Lee']],
    ['with the body before an office', 'Then FBI Director James Orban left.', ['FBI', 'James Orban']],
    ['with initials and suffixes', 'Then J.K. Day met Ann B. Lee Jr. there.', ['J.K. Day', 'Ann B. Lee Jr.']],
    ['with particles', 'Then Jan van der Berg met Bashar al-Tamir.', ['Jan van der Berg', 'Bashar al-Tamir']],
    ['with hyphens and apostrophes', 'Then Kim Jong-un met Tim O’Brien.', ['Kim Jong-un', 'Tim O’Brien']],
    ['with an ampersand', 'Then Foss & Dolan left.', ['Foss & Dolan']],
    [
      'with "of" and "and" in bodies',
      'Then the Ministry of Ports and Harbours left.',
      ['Ministry of Ports and Harbours'],
    ],
    ['with a possessive inside', 'Then the People’s Daily wrote.', ['People’s Daily']],
    ['without the possessive ending', 'It was Dolan’s harbour.', ['Dolan']],
    ['with "The" that belongs to it', 'So The Moscow Times wrote.', ['The Moscow Times']],
    ['without the people before a person', 'Then Republican Ann Lee left.', ['Ann Lee']],
    ['with the people before a body', 'Then the Russian Foreign Ministry left.', ['Russian Foreign Ministry']],
    [
      'at the start of a sentence',
      'Ostrevik slept. Dolan left Ostrevik with Dolan.',
      ['Ostrevik', 'Dolan', 'Ostrevik', 'Dolan'],
    ],
    [
      'in a heading, those that stand below',
      'Dolan Rejects New Harbour Plan\n\nThen Marit Dolan left.',
      ['Dolan', 'Marit Dolan'],
    ],
  ])('finds names %s', (_, text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });

  it.each([
    ['common words at the start of a sentence', 'However it snowed. Snow fell, and snow stayed.'],
    ['days and months', 'It snowed on Monday and in May, and on June 5.'],
    ['peoples and parties', 'Then Russians met Republicans and some African-Americans.'],
    ['offices without a name', 'Then the Prime Minister met the Secretary of State.'],
    ['words that say how something is', 'It was a Trump-backed and Pro-Russian plan.'],
    ['the first person', 'And then I left.'],
  ])('takes for no names %s', (_, text) => {
    expect(namesOf(text)).toEqual([]);
  });
});
