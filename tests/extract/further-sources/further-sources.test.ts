import { furtherSources } from '../../../src/extract/further-sources/further-sources.ts';
import { readMarkedAttribution } from './marked-attribution.ts';

/** The further sources of a marked sentence, with what they do: "the Post: according to". */
function found(marked: string): string[] {
  const { article, attribution } = readMarkedAttribution(marked);
  const words = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
  return furtherSources(article, [attribution]).flatMap((all) =>
    all.map(({ source, cue }) => `${words(source)}: ${words(cue)}`),
  );
}

describe('who has a part in what somebody says', () => {
  it.each([
    [
      'according to an outlet, behind it',
      '⟦“It rains,”⟧ {Holm} ⟨said⟩, according to the Lom Post.',
      'the Lom Post: according to',
    ],
    ['in front of it', 'According to the Lom Post, {Holm} ⟨said⟩ that ⟦it rains⟧.', 'the Lom Post: According to'],
    [
      'in its midst',
      '{Holm} has ⟨confirmed⟩, according to a report by “Lom News”, a portal, that ⟦it rains⟧.',
      'a report by “Lom News”: according to',
    ],
    [
      'according to another one, and then to an outlet',
      '⟨According to⟩ {Holm}, ⟦it rains⟧, according to the Lom Post.',
      'the Lom Post: according to',
    ],
    [
      'with more behind',
      '⟦“It rains,”⟧ {Holm} ⟨said⟩, according to the news site “Lom Post” quoted.',
      'the news site “Lom Post”: according to',
    ],
    ['police', '{He} ⟨said⟩ ⟦it rained⟧, according to police.', 'police: according to'],
    [
      'officials',
      '{The Post} ⟨reported⟩ ⟦it rained⟧, according to two U.S. officials.',
      'two U.S. officials: according to',
    ],
    ['as an outlet reports', 'As the Lom Post reports, {Holm} ⟨said⟩ ⟦it rains⟧.', 'the Lom Post: reports'],
    [
      'as an outlet first reported',
      '⟦It rains⟧, {Holm} ⟨said⟩, as the Lom Post first reported.',
      'the Lom Post: reported',
    ],
    [
      'and as an outlet reports',
      'On these grounds and as Lom TV reports, {he} ⟨said⟩ that ⟦“it rains”⟧.',
      'Lom TV: reports',
    ],
    [
      'an outlet reports that',
      'The Lom Post reported on Monday that {Holm} ⟨said⟩ ⟦it rains⟧.',
      'The Lom Post: reported',
    ],
    [
      'an outlet reports behind it',
      '⟨According to⟩ {Holm}, ⟦it rains⟧, the Lom Post reported on Monday.',
      'the Lom Post: reported',
    ],
    ['writes an outlet', '⟨According to⟩ {the ministry}, ⟦it rains⟧, writes “Lom News”.', '“Lom News”: writes'],
    [
      'citing somebody',
      '{The Post} ⟨reports⟩, citing a ministry statement, that ⟦it rains⟧.',
      'a ministry statement: citing',
    ],
    [
      'citing somebody behind it',
      '⟦It rains⟧, {the Post} ⟨reported⟩, citing unnamed officials.',
      'unnamed officials: citing',
    ],
    ['quoting somebody', '⟦It rains⟧, {Tass} ⟨reported⟩, quoting Ada Holm.', 'Ada Holm: quoting'],
    ['quoted by', '{Holm}, quoted by Tass, ⟨said⟩ ⟦it rains⟧.', 'Tass: quoted by'],
    ['as quoted by', '⟦“It rains,”⟧ {Holm} ⟨said⟩, as quoted by the Lom Post.', 'the Lom Post: quoted by'],
    ['told an outlet', '{Holm} ⟨told⟩ the daily Nordlys ⟦that it rains⟧.', 'the daily Nordlys: told'],
    [
      'in the article of an outlet',
      '⟦“It rains,”⟧ {Holm} ⟨observed⟩ in the Lom News article.',
      'the Lom News article: observed',
    ],
    ['in state media', '{He} ⟨stated⟩ in official state media that ⟦it rains⟧.', 'official state media: stated'],
  ])('%s', (_, marked, expected) => {
    expect(found(marked)).toEqual([expected]);
  });

  it('tells of two, from the article inwards', () => {
    expect(found('⟦“It rains,”⟧ {Holm} ⟨told⟩ the daily Nordlys, according to the Lom Post.')).toEqual([
      'the Lom Post: according to',
      'the daily Nordlys: told',
    ]);
  });

  it.each([
    ['according to plan', '{Holm} ⟨said⟩ ⟦it goes⟧, according to plan.'],
    ['according to the law', '{Holm} ⟨said⟩ ⟦it goes⟧, according to the law.'],
    ['its own cue', '⟨According to⟩ {Holm}, ⟦it rains⟧.'],
    ['within what is said', '{Holm} ⟨said⟩ ⟦it rained, according to the Post⟧.'],
    ['in another sentence', '{Holm} ⟨said⟩ ⟦it rained⟧. According to the Post, it snowed.'],
    ['citing reasons', '{Holm} ⟨said⟩ ⟦it would close⟧, citing weak demand.'],
    ['as long as', 'As long as it rains, {Holm} ⟨said⟩, ⟦it floods⟧.'],
    ['as what it is', '{Holm} ⟨said⟩ ⟦it floods⟧, as snow said to be old melts.'],
    ['as something else does', 'As rain fell, {Holm} ⟨said⟩ ⟦it floods⟧.'],
    ['on a day', '{Holm} ⟨said⟩ on Monday that ⟦it floods⟧.'],
    ['on a network that is no outlet', '{Holm} ⟨said⟩ on Twitter that ⟦it floods⟧.'],
    ['to whom it is said', '{Holm} ⟨said⟩ to his wife that ⟦it floods⟧.'],
    ['who also says something', '{Holm} ⟨said⟩ ⟦it floods⟧, and he reported it.'],
    ['what somebody does besides', '{Holm} ⟨said⟩ ⟦it floods⟧, adding that it snows.'],
  ])('tells of nobody: %s', (_, marked) => {
    expect(found(marked)).toEqual([]);
  });
});
