import fc from 'fast-check';
import { findFurniture } from '../../../src/extract/furniture/find-furniture.ts';
import { paragraphs } from '../../../src/text/paragraphs.ts';

const PROSE = 'The river Lom rose by two metres on Monday, and the old bridge was closed to all traffic until May.';

const furnitureOf = (text: string) =>
  findFurniture(text, paragraphs(text)).map(({ start, end, kind }) => ({ kind, words: text.slice(start, end) }));

/** What a line between two paragraphs is taken for; null where it is of the article. */
function kindOf(line: string): string | null {
  const found = furnitureOf(`A bridge is closed\n\n${PROSE}\n\n${line}\n\n${PROSE}\n`);
  expect(found.map(({ words }) => words)).toEqual(found.length === 0 ? [] : [line]);
  return found[0]?.kind ?? null;
}

describe('lines that are not of the article', () => {
  it.each([
    ['CAPTION', 'The bridge over the Lom (Town of Lom FB)'],
    ['CAPTION', 'The bridge over the Lom. (Photo: Ada Holm)'],
    ['CAPTION', 'Ada Holm and Bo Lind on the bridge in 2019. Source: Getty Images.'],
    ['CAPTION', 'Ada Holm/Getty Images'],
    ['CAPTION', 'Photo by Bo Lind / Reuters'],
    ['CAPTION', 'Mayor Ada Holm (R) greets Governor Bo Lind (L) on the bridge'],
    ['CAPTION', 'FILE PHOTO: The bridge over the Lom in May'],
    ['CREDIT', 'By Ada Holm'],
    ['CREDIT', 'By ADA HOLM and BO LIND'],
    ['CREDIT', 'Edited by: Gwen Lind'],
    ['CREDIT', '(Reporting by Ada Holm in Lom; Editing by Bo Lind)'],
    ['CREDIT', '© 2022 Lom Times'],
    ['CREDIT', 'Copyright 2022 The Lom Times. All rights reserved.'],
    ['SHARE_LINE', 'Share This Post On'],
    ['SHARE_LINE', 'Share'],
    ['SHARE_LINE', 'Follow Ada Holm on Facebook and Twitter.'],
    ['SHARE_LINE', 'Facebook Twitter WhatsApp'],
    ['NAVIGATION', 'Read more: Bridge over the Lom stays closed'],
    ['NAVIGATION', 'Related stories'],
    ['NAVIGATION', 'Tags: Lom Bridges Floods'],
    ['NAVIGATION', 'Leave a comment'],
    ['NAVIGATION', 'You need to login to leave a comment.'],
    ['NAVIGATION', 'Home News Politics Business Sports Opinion'],
    ['APPEAL', 'Sign up for our daily newsletter.'],
    ['APPEAL', 'Support independent journalism today.'],
    ['APPEAL', 'Your donations help us to report from Lom.'],
    ['SOURCE_LIST', 'Sources: AP, Lom Times, Ministry of Works'],
    ['HEADING', 'A new bridge for Lom?'],
  ])('%s: %s', (kind, line) => {
    expect(kindOf(line)).toBe(kind);
  });

  it.each([
    ['a senator of a party', 'Senator Bo Lind (R) said the bridge was never safe.'],
    ['a sentence with brackets', 'The town (see the map) has one bridge.'],
    ['a sentence that ends with an explanation', 'The mayor wrote so on her page (the town has none).'],
    ['a sentence about photos', 'The photos show the bridge in May: it was closed.'],
    ['a sentence that begins with "by"', 'By Monday, the river had risen by two metres.'],
    ['a sentence that begins with "by" and a name', 'By Lom Standards it was a small flood.'],
    ['a sentence about editing', 'Edited by hand, the map shows two bridges.'],
    ['a sentence about copyright', 'Copyright law does not protect bridges.'],
    ['a sentence that begins with "share"', 'Share prices fell in Lom on Monday.'],
    ['a sentence about following', 'Follow the river and you come to the bridge.'],
    ['a network in a sentence', 'Facebook said on Monday that it had removed the page.'],
    ['a sentence that begins with "more on"', 'More in the town than in the valley, people fear the river.'],
    ['a sentence that begins with "related"', 'Related companies were asked to leave.'],
    ['a sentence about comments', 'Comments by the mayor were welcome.'],
    ['a heading in capitals', 'Lom Closes Bridge For Business And Sports'],
    ['a sentence that begins with "support"', 'Support for the mayor has fallen since May.'],
    ['a quotation that asks for support', '“Support our town now,” the mayor said.'],
    ['a sentence that begins with "sign"', 'Signs of wear were found on the bridge.'],
    ['a sentence that begins with "join"', 'Joining the two banks took a year.'],
    ['a sentence with "sources"', 'Sources in the town said that the bridge was safe.'],
    ['a question of an interview', 'When will you open the bridge?'],
    ['a question of the article’s own', 'So what is the bridge worth?'],
    ['a short question', 'Come again?'],
    ['a question in a paragraph', 'Who knows? The bridge may open in May.'],
    ['a heading that asserts', 'Lom closes its old bridge'],
  ])('is of the article: %s', (_, line) => {
    expect(kindOf(line)).toBeNull();
  });

  it('takes a title that asks for a title', () => {
    expect(furnitureOf(`A new bridge for Lom?\n\n${PROSE}`)).toEqual([]);
  });

  it('gives lines without the white space around them, in order', () => {
    const text = `  Share this \r\n\r\n${PROSE}\r\n\u00a0By Ada Holm\r\n`;
    expect(furnitureOf(text)).toEqual([
      { kind: 'SHARE_LINE', words: 'Share this' },
      { kind: 'CREDIT', words: 'By Ada Holm' },
    ]);
  });

  it('takes any text, and time that grows with its length', () => {
    const piece = fc.constantFrom('Share', 'By ', 'Ada Holm', '(', ')', ': ', '/', '\n', ' ', 'Photo', '?', '😀', '.');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end } of findFurniture(text, paragraphs(text))) {
          expect(start < end && text.slice(start, end) === text.slice(start, end).trim()).toBe(true);
        }
      }),
    );
    const lines = 'Share\n'.repeat(100_000);
    expect(findFurniture(lines, paragraphs(lines))).toHaveLength(100_000);
  });
});
