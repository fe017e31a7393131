import { resolveSpeakers } from '../../../src/extract/speakers/resolve-speakers.ts';
import { readMarked, resolveMarked, speakersOf } from './marked-article.ts';

describe('resolveSpeakers', () => {
  it.each([
    ['a surname', '{Marit Dolan} spoke. {Dolan} left.', 'Marit Dolan, Marit Dolan'],
    ['a surname with an address', '{Marit Dolan} spoke. {Ms. Dolan} left.', 'Marit Dolan, Marit Dolan'],
    ['a first name', '{Hillary Brock} spoke. {Hillary} left.', 'Hillary Brock, Hillary Brock'],
    ['a family name that stands first', 'They met {Kim Jong-un}. Later {Kim} left.', 'Kim Jong-un, Kim Jong-un'],
    [
      'a name with a middle initial',
      '{Donald J. Marsh} spoke. {Donald Marsh} left.',
      'Donald J. Marsh, Donald J. Marsh',
    ],
    [
      'a surname with particles',
      '{Jan van der Berg} spoke. {Van der Berg} left.',
      'Jan van der Berg, Jan van der Berg',
    ],
    ['a surname with "al-"', '{Bashar al-Tamir} spoke. Then {Mr. Tamir} left.', 'Bashar al-Tamir, Bashar al-Tamir'],
    ['a possessive', '{Marit Dolan} spoke. It was {Dolan’s} view.', 'Marit Dolan, Marit Dolan'],
    [
      'a slip in a long surname',
      '{Alexander Matsegora} spoke. {Alexander Matseroga} left.',
      'Alexander Matsegora, Alexander Matsegora',
    ],
    [
      'a heading before the name in full',
      '{Dolan} Rejects New Harbour Plan for Ostrevik\n\nOn Monday {Marit Dolan} spoke.',
      'Marit Dolan, Marit Dolan',
    ],
    ['what stands behind a name', '{Rep. Ann Lee of Ohio, a nurse by trade,} spoke. {Lee} left.', 'Ann Lee, Ann Lee'],
    ['what stands before it', '{Republican presidential candidate Bob Day} spoke. {Day} left.', 'Bob Day, Bob Day'],
    ['an office and a name between commas', '{The bank’s chief executive, Ann Lee,} spoke.', 'Ann Lee'],
    ['an owner before a name', '{Twitter’s Adam Sharp} spoke.', 'Adam Sharp'],
    ['a name that is also a word, alone', 'In Rome {George Will} spoke. {Will} left.', 'George Will, George Will'],
    ['a name that is also a month', 'In London {Theresa May} spoke. {May} left in June.', 'Theresa May, Theresa May'],
  ])('reads %s', (_, marked, expected) => {
    expect(speakersOf(marked)).toBe(expected);
  });

  it.each([
    [
      'two of one surname by address',
      '{Bill Marsh} and his wife came. {Hillary Marsh} spoke. {Mr. Marsh} left. {Mrs. Marsh} stayed.',
      'Bill Marsh, Hillary Marsh, Bill Marsh, Hillary Marsh',
    ],
    ['a wife who is never named in full', '{Donald Marsh} spoke. {Mrs. Marsh} left.', 'Donald Marsh, Mrs. Marsh'],
    [
      'two of one surname by the name just before',
      'In Ostrevik {Bill Marsh} spoke at length. Nobody came.\n\nIn Rome {Ann Marsh} spoke. {Marsh} left.',
      'Bill Marsh, Ann Marsh, Ann Marsh',
    ],
    ['father and son', '{Robert Day} spoke. {Robert Day Jr.} left.', 'Robert Day, Robert Day Jr.'],
    ['short surnames of one letter’s difference', '{Ann Lee} spoke. {Ann Loe} left.', 'Ann Lee, Ann Loe'],
    [
      'a man and a city',
      'Snow fell in Washington. {Denzel Washington} spoke in Washington. {Washington} left.',
      'Denzel Washington, Denzel Washington',
    ],
    [
      'a person and what is named after him',
      '{Henry Marsh} spoke. {The Marsh Foundation} denied it.',
      'Henry Marsh, Marsh Foundation',
    ],
    ['a month', 'Snow fell in May. {Theresa May} spoke. In June {she} left.', 'Theresa May, Theresa May'],
  ])('keeps apart %s', (_, marked, expected) => {
    expect(speakersOf(marked)).toBe(expected);
  });

  it.each([
    [
      'an acronym',
      '{The Federal Harbour Bureau} spoke. {The F.H.B.} denied it.',
      'Federal Harbour Bureau, Federal Harbour Bureau',
    ],
    [
      'an acronym that leaves out "of"',
      '{The Department of Energy Affairs} spoke. {The DEA} denied it.',
      'Department of Energy Affairs, Department of Energy Affairs',
    ],
    [
      'an acronym in brackets that is made otherwise',
      '{Ostrevik’s Central Wire (OKZ)} spoke. {OKZ} denied it.',
      'Central Wire, Central Wire',
    ],
    [
      'a noun for its kind',
      '{The Harbour Protection Agency} spoke. {The agency} denied it.',
      'Harbour Protection Agency, Harbour Protection Agency',
    ],
    [
      'a ministry',
      '{The Ministry of Harbours} spoke. {The ministry} denied it.',
      'Ministry of Harbours, Ministry of Harbours',
    ],
    ['an outlet', '{The Ostrevik Post} wrote so. {The newspaper} took it back.', 'Ostrevik Post, Ostrevik Post'],
    [
      'an outlet by its last word',
      '{The Ostrevik Post} wrote so. {The Post} took it back.',
      'Ostrevik Post, Ostrevik Post',
    ],
    [
      'a campaign by its candidate',
      '{Ann Marsh} spoke. {Her campaign} agreed. {The Marsh campaign} denied it.',
      'Ann Marsh, The Marsh campaign, The Marsh campaign',
    ],
    [
      'nothing of another kind',
      '{The Ministry of Harbours} spoke. {The company} denied it.',
      'Ministry of Harbours, The company',
    ],
  ])('reads a body by %s', (_, marked, expected) => {
    expect(speakersOf(marked)).toBe(expected);
  });

  it.each([
    ['a report by an outlet', 'Snow fell. {A report by the Ostrevik Post} told so.', 'Ostrevik Post'],
    ['a report in an outlet', 'Snow fell. {A report in the Ostrevik Post} told so.', 'Ostrevik Post'],
    ['an outlet’s article', 'Snow fell. {The Ostrevik Post article} told so.', 'Ostrevik Post'],
    ['somebody’s letter', '{Ann Lee} wrote home. {Her letter} told so.', 'Ann Lee, Ann Lee'],
    ['information from an outlet', 'Snow fell. {Information from the news site “Lom News”} told so.', 'Lom News'],
    ['a statement from a state', 'Snow fell. {A statement from Russia} told so.', 'Russia'],
    ['reports from a state', 'Snow fell. {Reports from Russia} told so.', 'Reports from Russia'],
    ['a report on somebody', 'Snow fell. {A report on Ann Lee} told so.', 'A report on Ann Lee'],
    ['a report in a town', 'Ann Lee lives in Ostrevik. {A report in Ostrevik} told so.', 'A report in Ostrevik'],
    ['a video of somebody', 'Ann Lee came. {The Lee video} told so.', 'The Lee video'],
  ])('knows whose words stand in %s', (_, marked, expected) => {
    expect(speakersOf(marked)).toBe(expected);
  });

  it.each([
    ['the one who spoke', '{Bob Day} spoke about the harbour. {He} left.', 'Bob Day, Bob Day'],
    [
      'the one whose gender fits',
      '{Bob Day} met {Ann Lee} there. {He} spoke. {She} left.',
      'Bob Day, Ann Lee, Bob Day, Ann Lee',
    ],
    ['an address that tells the gender', '{Mr. Orban} met {Ms. Tordai} there. {She} spoke.', 'Orban, Tordai, Tordai'],
    ['an office that tells the gender', 'Kit Orban, a spokeswoman, met {Bob Day}. {She} spoke.', 'Bob Day, Kit Orban'],
    [
      'the speaker behind a quotation',
      '{Ann Lee} came. “The harbour of Mary Dolan is old, and Jane Foss knows it,” {she} said.',
      'Ann Lee, Ann Lee',
    ],
    [
      'the one whom the sentences are about',
      '{Bob Day} met Tom Foss in Rome. He then went home. He slept. {He} spoke.',
      'Bob Day, Bob Day',
    ],
    ['a source left unnamed', '{A spokeswoman} came. {She} spoke.', 'A spokeswoman, A spokeswoman'],
    ['who stands right before', 'Then came {Bob Day}, {who} spoke.', 'Bob Day, Bob Day'],
    ['who stands before a bracket', 'Then came Bob Day (R-Ohio), {who} spoke.', 'Bob Day'],
    ['who stands before an apposition', 'Then came Bob Day, a nurse from Rome, {who} spoke.', 'Bob Day'],
    ['several', '{Officials} came. {They} spoke.', 'Officials, Officials'],
    ['several by name', '{Bob Day and Ann Lee} came. {They} spoke.', 'Bob Day and Ann Lee, Bob Day and Ann Lee'],
    [
      'a report',
      '{A report by the harbour pilots} came. {It} told of snow.',
      'A report by the harbour pilots, A report by the harbour pilots',
    ],
  ])('takes a pronoun for %s', (_, marked, expected) => {
    expect(speakersOf(marked)).toBe(expected);
  });

  it.each([
    [
      'somebody’s of a named body',
      '{A spokesman for the Ministry of Harbours} spoke.',
      'A spokesman for the Ministry of Harbours',
      'UNNAMED',
    ],
    ['somebody’s of a named person', '{Supporters of Ann Lee} spoke.', 'Supporters of Ann Lee', 'UNNAMED'],
    ['a group with a name before it', '{Marsh aides} spoke.', 'Marsh aides', 'UNNAMED'],
    ['a party’s people', 'Then {Republicans} spoke.', 'Republicans', 'UNNAMED'],
    ['a people at the start', '{Russians} spoke.', 'Russians', 'UNNAMED'],
    ['a poll of named bodies', '{A poll by the Ostrevik Post} told so.', 'A poll by the Ostrevik Post', 'UNNAMED'],
    ['separatists', '{The Donetsk separatists} spoke.', 'The Donetsk separatists', 'UNNAMED'],
    ['the two sides', '{The two sides} spoke.', 'The two sides', 'UNNAMED'],
  ])('leaves unnamed %s', (_, marked, name, kind) => {
    expect(resolveMarked(marked).actors).toMatchObject([{ name, kind }]);
  });

  it.each([
    [
      'equal descriptions',
      '{A source in Russia} spoke. Snow fell. {A source in Russia} denied it.',
      'A source in Russia, A source in Russia',
    ],
    [
      'a definite one behind',
      '{A source in Russia} spoke. {The source} left.',
      'A source in Russia, A source in Russia',
    ],
    [
      'not those of different words',
      '{A senior official} spoke. {A junior official} left.',
      'A senior official, A junior official',
    ],
    ['not another one', '{An official} spoke. {Another official} left.', 'An official, Another official'],
    ['the holder of an office', '{Senator Ann Lee} spoke. {The senator} left.', 'Ann Lee, Ann Lee'],
    [
      'the holder of an office told behind the name',
      '{Bob Day, the ambassador to Rome,} spoke. {The ambassador} left.',
      'Bob Day, Bob Day',
    ],
    [
      'a country’s president and a company’s',
      'President Bob Day came. {Ann Lee, president of Harbour Motors,} spoke. {The president of Harbour Motors} left. {President Day} stayed.',
      'Ann Lee, Ann Lee, Bob Day',
    ],
    ['nobody’s when indefinite', '{Senator Ann Lee} spoke. {A senator} left.', 'Ann Lee, A senator'],
    [
      'nobody of the other gender',
      '{Bob Day, a spokesman,} spoke. {The spokeswoman} left.',
      'Bob Day, The spokeswoman',
    ],
  ])('resolves descriptions: %s', (_, marked, expected) => {
    expect(speakersOf(marked)).toBe(expected);
  });

  it.each([
    ['"I" in somebody’s words as theirs', '“<{I} hope that it snows,>” {Ann Lee} said.', 'Ann Lee, Ann Lee'],
    ['"I" in words within words', '“<And {I} said, ‘snow,’>” {he} said of Bob Day.', 'he, he'],
    [
      '"he" in somebody’s words as another',
      'Tom Foss left. {Bob Day} came. “<{He} says it snows,>” {Day} said.',
      'Bob Day, Tom Foss, Bob Day',
    ],
    ['"I" outside of quotations as the article’s', 'Snow fell, and {I} believe it. {We} know.', 'I, I'],
    ['nobody without words', 'Snow {} fell.', 'nobody'],
  ])('reads %s', (_, marked, expected) => {
    expect(speakersOf(marked)).toBe(expected);
  });

  it.each([
    ['Ann Lee', 'PERSON', 'Then {Ann Lee} spoke.'],
    ['Orban', 'PERSON', 'Then {Mr. Orban} spoke.'],
    ['Pyongyang', 'STATE', 'Then {Pyongyang} spoke.'],
    ['North Korea', 'STATE', 'Then {North Korea} spoke.'],
    ['Donetsk People’s Republic', 'TERRITORY', 'Then {the Donetsk People’s Republic} spoke.'],
    ['Ohio', 'TERRITORY', 'Then {Ohio} spoke.'],
    ['NK News', 'OUTLET', 'So {NK News} wrote.'],
    ['The Moscow Times', 'OUTLET', 'So {The Moscow Times} wrote.'],
    ['Reuters', 'OUTLET', 'So {Reuters} wrote.'],
    ['Kremlin', 'ORGANIZATION', 'Then {the Kremlin} spoke.'],
    ['Workers’ Party', 'ORGANIZATION', 'Then {the Workers’ Party} spoke.'],
    ['Russian Foreign Ministry', 'ORGANIZATION', 'Then {the Russian Foreign Ministry} spoke.'],
  ])('takes %s for %s', (name, kind, marked) => {
    const [actor] = resolveMarked(marked).actors;
    expect([actor?.name, actor?.kind]).toEqual([name, kind]);
  });

  it('tells what an actor is called, and where', () => {
    const { text, actors, speakers } = resolveMarked(
      'Snow fell. {North Korea’s ambassador to Russia, Sin Hong Chol,} met pilots. {Sin} said so. {He} left. {The ambassador} agreed.',
    );
    const words = (spans: readonly { start: number; end: number }[] = []) =>
      spans.map(({ start, end }) => text.slice(start, end));
    expect(actors).toHaveLength(1);
    expect(words(actors[0]?.names)).toEqual(['Sin Hong Chol', 'Sin']);
    expect(words(actors[0]?.descriptions)).toEqual(['North Korea’s ambassador to Russia', 'The ambassador']);
    expect(speakers.map((speaker) => speaker?.step)).toEqual(['full name', 'short name', 'pronoun', 'office']);
  });

  it('takes attributions in any order', () => {
    const { text, attributions } = readMarked('{Ann Lee} spoke. {She} left. {Bob Day} spoke. {He} left.');
    const { actors, speakers } = resolveSpeakers(text, attributions.toReversed());
    expect(speakers.map((speaker) => actors[speaker?.actor ?? -1]?.name)).toEqual([
      'Bob Day',
      'Bob Day',
      'Ann Lee',
      'Ann Lee',
    ]);
  });
});
