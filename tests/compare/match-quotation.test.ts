import fc from 'fast-check';
import { matchQuotation } from '../../src/compare/match-quotation.ts';
import { tokenize } from '../../src/text/words.ts';

/** A match as people would tell it: the words of the passage, what became of them, and what was tolerated. */
function told(quotation: string, passage: string, isSameAnyhow?: boolean): Record<string, unknown> | null {
  const match = matchQuotation(quotation, passage, isSameAnyhow);
  if (!match) return null;
  return {
    words: passage.slice(match.span.start, match.span.end),
    isVerbatim: match.isVerbatim,
    kinds: match.kinds,
    differences: match.differences.map(({ kind, left, right }) => `${kind} ${left}|${right}`),
  };
}

const verbatim = (words: string, ...differences: string[]) => ({
  words,
  isVerbatim: true,
  kinds: [differences.length === 0 ? 'IDENTICAL' : 'PUNCTUATION'],
  differences,
});
const altered = (words: string, ...kinds: string[]) => ({ words, isVerbatim: false, kinds, differences: [] });

const SPEECH =
  'On Monday the mayor of Ostrevik, Marit Dolan, spoke to 300 pilots. “We will keep the old harbour, whatever it costs,” she ' +
  'said. “Our children shall learn to sail here.” The pilots clapped.';

describe('matchQuotation', () => {
  it.each([
    ['a whole quotation', 'Our children shall learn to sail here.'],
    ['a part of a longer sentence', 'keep the old harbour'],
    ['the end of one', 'the old harbour, whatever it costs'],
    ['words outside of quotation marks', 'the mayor of Ostrevik, Marit Dolan, spoke'],
    ['words with their marks', '“We will keep the old harbour, whatever it costs,”'],
    ['words across the end of a sentence', 'to sail here.” The pilots clapped'],
    ['words with what stands between two quotations', 'whatever it costs,” she said. “Our children shall learn'],
    ['a single word', 'Dolan'],
    ['function words only', 'the'],
    ['all of it', SPEECH],
  ])('finds %s verbatim', (_, quotation) => {
    expect(told(quotation, SPEECH)).toEqual(verbatim(quotation));
  });

  it.each([
    [
      'case',
      'THE OLD harbour',
      'to the old harbour',
      'the old harbour',
      ['CASE t|T', 'CASE h|H', 'CASE e|E', 'CASE o|O', 'CASE l|L', 'CASE d|D'],
    ],
    ['an apostrophe', "we won't go home", 'And we won’t go home now', 'we won’t go home', ["QUOTATION_MARKS ’|'"]],
    [
      'quotation marks inside',
      'the “old” harbour stays',
      'Now the "old" harbour stays',
      'the "old" harbour stays',
      ['QUOTATION_MARKS  "| “', 'QUOTATION_MARKS " |” '],
    ],
    [
      'quotation marks that are lost',
      'the old harbour stays',
      'Now the “old” harbour stays',
      'the “old” harbour stays',
      ['PUNCTUATION  “| ', 'PUNCTUATION ” | '],
    ],
    [
      'dashes',
      'the harbour - the old one - stays',
      'So the harbour – the old one – stays',
      'the harbour – the old one – stays',
      ['DASHES  – | - '],
    ],
    ['a no-break space', 'the old harbour', 'to the old\u00A0harbour', 'the old\u00A0harbour', ['SPACES \u00A0| ']],
    ['a double space', 'the  old harbour', 'to the old harbour', 'the old harbour', ['SPACES  |  ']],
    ['a line end', 'the old harbour stays', 'And the old\nharbour stays', 'the old\nharbour stays', ['SPACES \n| ']],
    [
      'a ligature',
      'the office of the first pilot',
      'in the oﬃce of the ﬁrst pilot',
      'the oﬃce of the ﬁrst pilot',
      ['CHARACTERS ﬃ|ffi', 'CHARACTERS ﬁ|fi'],
    ],
    [
      'an accent composed otherwise',
      'the old café stays',
      'And the old cafe\u0301 stays',
      'the old cafe\u0301 stays',
      ['CHARACTERS e\u0301|é'],
    ],
    [
      'a hyphen inside',
      'a hard-working old pilot',
      'is a hardworking old pilot',
      'a hardworking old pilot',
      ['DASHES |-'],
    ],
    [
      'marks between thousands',
      'some 1,000 old boats',
      'with some 1000 old boats',
      'some 1000 old boats',
      ['PUNCTUATION |,'],
    ],
    ['a comma', 'old wet boats leave', 'The old, wet boats leave', 'old, wet boats leave', ['PUNCTUATION , | ']],
    ['another mark at the end', 'The boats leave.', 'The boats leave, he said', 'The boats leave', ['PUNCTUATION |.']],
  ])('tolerates %s, and names it', (_, quotation, passage, words, differences) => {
    expect(told(quotation, passage)).toEqual(verbatim(words, ...differences));
  });

  it.each([
    [
      'a short form written out',
      'We will not sell the old harbour to anybody',
      'We won’t sell the old harbour to anybody',
      ['REWORDED'],
    ],
    [
      'words written as a short form',
      'We can’t sell the old harbour to anybody',
      'We cannot sell the old harbour to anybody',
      ['REWORDED'],
    ],
    ['a number written out', 'We sold three old boats last winter', 'We sold 3 old boats last winter', ['REWORDED']],
    [
      'a decimal that is none',
      'The quay holds 15 million tonnes',
      'The quay holds 1.5 million tonnes',
      ['REWORDED', 'NUMBER_CHANGED'],
    ],
    [
      'a decimal put in',
      'The quay holds 1.5 million tonnes',
      'The quay holds 15 million tonnes',
      ['REWORDED', 'NUMBER_CHANGED'],
    ],
    [
      'a decimal comma for a mark between thousands',
      'The quay holds 1,5 million tonnes',
      'The quay holds 1.5 million tonnes',
      ['REWORDED', 'NUMBER_CHANGED'],
    ],
    [
      'another number',
      'It was 500 pilots and their boats',
      'It was 300 pilots and their boats',
      ['REWORDED', 'NUMBER_CHANGED'],
    ],
    [
      'another name',
      'Marit Dorran of Ostrevik keeps the harbour',
      'Marit Dolan of Ostrevik keeps the harbour',
      ['REWORDED', 'NAME_CHANGED'],
    ],
    ['another word', 'The old boats leave the northern quay', 'The old ships leave the northern quay', ['REWORDED']],
    ['an accent', 'The old cafe of the northern quay', 'The old café of the northern quay', ['REWORDED']],
    ['a singular', 'The old boat and the northern quay', 'The old boats and the northern quay', ['REWORDED']],
    ['two words exchanged for each other', 'The old boats and wet ropes', 'The wet boats and old ropes', ['REWORDED']],
    ['a word put in', 'The very old boats leave the quay', 'The old boats leave the quay', ['REWORDED']],
    [
      'a word left out without a sign',
      'The boats leave the northern quay',
      'The old boats leave the northern quay',
      ['REWORDED'],
    ],
    [
      'a negation put in',
      'We do not sell the old harbour',
      'We do sell the old harbour',
      ['REWORDED', 'NEGATION_CHANGED'],
    ],
    [
      'a negation taken out',
      'We do sell the old harbour',
      'We do not sell the old harbour',
      ['REWORDED', 'NEGATION_CHANGED'],
    ],
    [
      'a negation taken out of a short form',
      'We can sell the old harbour today',
      'We can’t sell the old harbour today',
      ['REWORDED', 'NEGATION_CHANGED'],
    ],
  ])('does not call verbatim: %s', (_, quotation, passage, kinds) => {
    expect(told(quotation, passage)).toEqual(altered(passage, ...kinds));
    expect(told(quotation, `They wrote so. ${passage}. Rain fell.`)).toEqual(altered(passage, ...kinds));
  });

  it.each([
    [
      'a negation put in, of function words',
      'We will not sell it',
      'We will sell it',
      ['REWORDED', 'NEGATION_CHANGED'],
    ],
    ['one taken out, of function words', 'We will sell it', 'We will not sell it', ['REWORDED', 'NEGATION_CHANGED']],
    ['a short form of them written out', 'We will not sell it', 'We won’t sell it', ['REWORDED']],
    [
      'two words written in one, which are others',
      'He is notable to lead the old party',
      'He is not able to lead the old party',
      ['REWORDED', 'NEGATION_CHANGED'],
    ],
    [
      'one word written in two, which are others',
      'He is not able to lead the old party',
      'He is notable to lead the old party',
      ['REWORDED', 'NEGATION_CHANGED'],
    ],
    ['another currency', 'A boat is worth $5 today', 'A boat is worth €5 today', ['REWORDED']],
    ['a minus left out', 'some 5 degrees at the quay', 'some -5 degrees at the quay', ['REWORDED']],
    ['a minus put in', 'some -5 degrees at the quay', 'some 5 degrees at the quay', ['REWORDED']],
    ['a percent sign put in', 'some 5% of the boats', 'some 5 of the boats', ['REWORDED']],
    ['a percent sign left out', 'some 5 of the boats', 'some 5 % of the boats', ['REWORDED']],
    ['digits that were raised', 'some 102 boats at the quay', 'some 10² boats at the quay', ['REWORDED']],
    ['digits that are raised', 'some 10² boats at the quay', 'some 102 boats at the quay', ['REWORDED']],
    [
      'a possessive that is a short form',
      'We know that its boats leave',
      'We know that it’s boats leave',
      ['REWORDED'],
    ],
    ['another possessive', 'the pilot’s boats leave', 'the pilots’ boats leave', ['REWORDED']],
  ])('does not call verbatim what only looks alike: %s', (_, quotation, passage, kinds) => {
    expect(told(quotation, passage)).toEqual(altered(passage, ...kinds));
  });

  it.each([
    [
      'a hyphen that the text has not',
      'co-operation with the north',
      'more cooperation with the north',
      'cooperation with the north',
      ['DASHES |-'],
    ],
    [
      'a soft hyphen of the text',
      'cooperation of the boats',
      'more co\u00ADoperation of the boats',
      'co\u00ADoperation of the boats',
      ['CHARACTERS \u00AD|'],
    ],
    [
      'a soft hyphen of the quotation',
      'co\u00ADoperation of the boats',
      'more cooperation of the boats',
      'cooperation of the boats',
      ['CHARACTERS |\u00AD'],
    ],
    [
      'a trade mark of the text',
      'the Orv boats leave',
      'So the Orv™ boats leave',
      'the Orv™ boats leave',
      ['PUNCTUATION ™ | '],
    ],
    [
      'a trade mark of the quotation',
      'the Orv™ boats leave',
      'So the Orv boats leave',
      'the Orv boats leave',
      ['PUNCTUATION  |™ '],
    ],
    [
      'a final sigma',
      'ΜΥΘΟΣ of the boats',
      'the μυθος of the boats',
      'μυθος of the boats',
      ['CASE μ|Μ', 'CASE υ|Υ', 'CASE θ|Θ', 'CASE ο|Ο', 'CHARACTERS ς|Σ'],
    ],
    ['a dash between numbers', 'some 10-15 boats', 'with some 10–15 boats', 'some 10–15 boats', ['DASHES –|-']],
  ])('tolerates besides, and names, %s', (_, quotation, passage, words, differences) => {
    expect(told(quotation, passage)).toEqual(verbatim(words, ...differences));
  });

  it.each([
    ['words that every object of a program has', 'the constructor', 'Here the constructor sat'],
    ['words with underscores', '__proto__ of the boats', 'the __proto__ of the boats'],
    ['several such words', 'hasOwnProperty toString valueOf', 'So hasOwnProperty toString valueOf left'],
    ['an ellipsis in front', '… We go home now', '… We go home now'],
    ['an ellipsis in front, further on', '… We go home now', 'Rain fell. … We go home now and rest'],
    ['a word said twice', 'harbour harbour', 'harbour. harbour harbour.'],
    ['a negation within', 'harbour is not closed', 'The harbour is not closed'],
  ])('finds %s as they stand', (_, quotation, passage) => {
    expect(told(quotation, passage)).toEqual(verbatim(quotation));
  });

  it.each([
    ['a number of which they are the last digits', '000 troops leave at noon', 'Then 100,000 troops leave at noon'],
    [
      'a decimal of which they are the last digits',
      '5 million tonnes of grain',
      'It holds 1.5 million tonnes of grain',
    ],
    ['a word of which they are the end', 'ten boats leave at noon', 'Then often boats leave at noon'],
    ['a word whose part a hyphen cuts off', 'operation with the far north', 'a co-operation with the far north'],
  ])('does not find words verbatim in %s', (_, quotation, passage) => {
    expect(told(quotation, passage)).toMatchObject({ isVerbatim: false });
  });

  it.each([
    ['right before the words', 'support the long war', 'I do not support the long war', 'not support the long war'],
    ['with a word between', 'want the new road', 'We do not really want the new road', 'not really want the new road'],
    [
      'with two words between',
      'want the new road',
      'We never ever really want the new road',
      'never ever really want the new road',
    ],
    [
      'in another word',
      'the taxes would rise',
      'It is untrue that the taxes would rise',
      'untrue that the taxes would rise',
    ],
    ['in a verb', 'the taxes would rise', 'He denied that the taxes would rise', 'denied that the taxes would rise'],
    ['in a short form', 'build the new road', 'We can’t build the new road', 'can’t build the new road'],
    ['in a short form without a space', 'sell the boats now', 'Don’t sell the boats now', 'Don’t sell the boats now'],
    ['before words that hold no verb', 'the harbour', 'We will not sell the harbour', 'not sell the harbour'],
    ['before a single word', 'harbour', 'We will not sell the harbour', 'not sell the harbour'],
    [
      'before another negation that is quoted',
      'say no to the long war',
      'I do not say no to the long war',
      'not say no to the long war',
    ],
  ])('takes a negation with the words that it governs: %s', (_, quotation, passage, words) => {
    expect(told(quotation, passage)).toEqual(altered(words, 'TRUNCATED', 'NEGATION_CHANGED'));
  });

  it.each([
    ['farther away', 'want the new road', 'We do not, whatever they may write, want the new road', 'want the new road'],
    [
      'in the sentence before',
      'they want the new road',
      'Nobody came. They want the new road',
      'They want the new road',
    ],
    [
      'behind the words',
      'they want the new road',
      'And they want the new road, not the old one',
      'they want the new road',
    ],
    ['before a comma', 'we sell the old harbour', 'No, we sell the old harbour', 'we sell the old harbour'],
    [
      'in “not only”',
      'support the war and its aims',
      'We not only support the war and its aims',
      'support the war and its aims',
    ],
    [
      'before a quotation that begins',
      'The new road is closed',
      'He said nothing: “The new road is closed”',
      'The new road is closed',
    ],
    ['in the quotation too', 'not support the long war', 'I do not support the long war', 'not support the long war'],
    [
      'in the quotation, some words on',
      'do not support the long war',
      'I do not support the long war',
      'do not support the long war',
    ],
  ])('leaves out a negation %s', (_, quotation, passage, words) => {
    expect(told(quotation, passage)).toMatchObject({ words, isVerbatim: true });
  });

  it.each([
    ['the first', 'All old boats leave at noon', 'The old boats leave at noon', 'The old boats leave at noon'],
    ['the last', 'The old boats leave at dawn', 'The old boats leave at noon, he wrote', 'The old boats leave at noon'],
    ['the first two', 'Some wet boats leave at noon', 'The old boats leave at noon', 'The old boats leave at noon'],
    [
      'the first, in a later sentence',
      'All old boats leave at noon',
      'Rain fell. The old boats leave at noon',
      'The old boats leave at noon',
    ],
    [
      'the last, at the end of a sentence: nothing of the next one',
      'The old boats leave at last now',
      'The old boats leave. Rain fell on them',
      'The old boats leave',
    ],
    [
      'the first, at the beginning of a quotation: nothing before it',
      'Why, old boats leave at noon',
      'He told us: “old boats leave at noon”',
      'old boats leave at noon',
    ],
  ])('takes words exchanged at the edges for what stands there: %s', (_, quotation, passage, words) => {
    expect(told(quotation, passage)).toMatchObject({ words, isVerbatim: false });
  });

  it('begins and ends at the quotation’s own first and last word, where they stand near', () => {
    const passage = 'Now the brave young pilots keep the old harbour open for all of us';
    expect(told('The pilots keep the old harbour', passage)).toEqual(
      altered('the brave young pilots keep the old harbour', 'REWORDED'),
    );
    expect(told('keep the old harbour for all', passage)).toEqual(
      altered('keep the old harbour open for all', 'REWORDED'),
    );
  });

  it.each([
    [
      'an ellipsis',
      'The bridge is open … for all boats',
      'The bridge is open, after years of repair, for all boats',
      ['ELLIPSIS'],
    ],
    [
      'an ellipsis of full stops',
      'The bridge is open ... for all boats',
      'The bridge is open, after years of repair, for all boats',
      ['ELLIPSIS'],
    ],
    [
      'an ellipsis in brackets',
      'The bridge is […] open for all boats',
      'The bridge is now, at last, open for all boats',
      ['ELLIPSIS'],
    ],
    [
      'an ellipsis that hides a negation',
      'The bridge is … open for all boats',
      'The bridge is not yet open for all boats',
      ['ELLIPSIS', 'NEGATION_CHANGED'],
    ],
    ['an editor’s letter', '[T]he bridge is open for all', 'the bridge is open for all', ['EDITORIAL_INSERTION']],
    ['an editor’s words put in', 'The bridge [over the Orv] is open', 'The bridge is open', ['EDITORIAL_INSERTION']],
    [
      'an editor’s words for others',
      '[The mayor] will keep the harbour open',
      'She will keep the harbour open',
      ['EDITORIAL_INSERTION'],
    ],
    [
      'a parenthesis put in',
      'The bridge (over the Orv) is open for all',
      'The bridge is open for all',
      ['EDITORIAL_INSERTION'],
    ],
    [
      'brackets and an ellipsis',
      '[The pilots] keep the old harbour … open for our children',
      'They keep the old harbour, built by fishermen, open for our children',
      ['ELLIPSIS', 'EDITORIAL_INSERTION'],
    ],
  ])('understands %s', (_, quotation, passage, kinds) => {
    expect(told(quotation, passage)).toEqual(altered(passage, ...kinds));
  });

  it.each([
    [
      'the same with words put in without a sign',
      'The bridge is wide open for all boats',
      'The bridge is open for all boats',
      ['REWORDED'],
    ],
    [
      'the passage’s own brackets, quoted',
      'The bridge [over the Orv] is open',
      'The bridge [over the Orv] is open',
      ['IDENTICAL'],
    ],
    ['the passage’s own ellipsis, quoted', 'The bridge … is open', 'The bridge … is open', ['IDENTICAL']],
  ])('and tells it from %s', (_, quotation, passage, kinds) => {
    expect(told(quotation, passage)).toMatchObject({ words: passage, kinds });
  });

  it.each([
    ['unrelated words', 'a quite different matter altogether', SPEECH],
    ['function words in common', 'the moon of a planet', 'the mayor of Ostrevik'],
    ['one word in common', 'the harbour freezes every winter', SPEECH],
    ['a few words of many', 'The mayor collects old stamps, sings in two choirs and breeds sheep', SPEECH],
    [
      'another sentence with the same names',
      'Marit Dolan of Ostrevik bought a car',
      'Marit Dolan of Ostrevik, 61, studied law',
    ],
    ['nothing asked', '', SPEECH],
    ['marks only', '“…”', SPEECH],
    ['an editor’s words only', '[the mayor]', SPEECH],
    ['no passage', 'keep the old harbour', ''],
  ])('finds nothing for %s', (_, quotation, passage) => {
    expect(told(quotation, passage)).toBeNull();
  });

  it.each([
    ['one word', 'She defends the harbour', 'We will keep the harbour', altered('will keep the harbour', 'REWORDED')],
    [
      'a name among others',
      'Dolan spoke at length of rents',
      'On Monday Dolan fell ill',
      altered('Dolan', 'TRUNCATED'),
    ],
  ])('is content with less where it is known to be the same: %s', (_, quotation, passage, expected) => {
    expect(told(quotation, passage)).toBeNull();
    expect(told(quotation, passage, true)).toEqual(expected);
  });

  it.each([
    ['only words that mean nothing are common', 'She has it', 'He has boats'],
    ['no word is common', 'keep it', 'We sell ropes'],
    ['nothing is asked', '', 'We sell ropes'],
    ['only an ellipsis is common', '…', 'We … sell'],
  ])('but finds nothing where %s', (_, quotation, passage) => {
    expect(told(quotation, passage, true)).toBeNull();
  });

  it('prefers a place where more of the words stand', () => {
    const passage = 'The old harbour is deep. The old harbour of Ostrevik is closed. The old quay is closed.';
    expect(told('the old harbour of Ostrevik is closed', passage)).toMatchObject({
      words: 'The old harbour of Ostrevik is closed',
    });
    expect(told('the old quay is closed', passage)).toMatchObject({ words: 'The old quay is closed' });
  });

  const WORDS =
    'harbour Ostrevik bridge the and of mayor rope winter 300 was open quietly Dolan “fishing” boats, came rain. We'.split(
      ' ',
    );

  it('finds any words of a passage verbatim, each of which stands there once', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(WORDS, { minLength: 1 }), fc.nat(), fc.nat(), (parts, one, other) => {
        const passage = parts.join(' ');
        const tokens = tokenize(passage);
        const [first, last] = [one % tokens.length, other % tokens.length].sort((a, b) => a - b) as [number, number];
        const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
        const match = matchQuotation(passage.slice(span.start, span.end), passage);
        expect(match).toMatchObject({ span, isVerbatim: true, similarity: 1, kinds: ['IDENTICAL'], differences: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds any words of a passage verbatim, whose words are theirs, however often they stand there', () => {
    const sentence = fc.array(fc.constantFrom('the', 'boats', 'old', 'of', 'rope', 'Dolan', '10'), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), (parts, one, other) => {
        const passage = parts.map((words) => `${words.join(' ')}.`).join(' ');
        const tokens = tokenize(passage);
        const [first, last] = [one % tokens.length, other % tokens.length].sort((a, b) => a - b) as [number, number];
        const quotation = passage.slice(tokens[first]?.start, tokens[last]?.end);
        const match = matchQuotation(quotation, passage);
        expect(match?.isVerbatim).toBe(true);
        const keys = (words: string) => tokenize(words).map(({ key }) => key);
        expect(keys(passage.slice(match?.span.start, match?.span.end))).toEqual(keys(quotation));
      }),
      { numRuns: 2_000 },
    );
  });

  const pieces = fc
    .array(
      fc.constantFrom(
        'We',
        'won’t',
        'not',
        'old',
        'boats',
        '1.5',
        '…',
        '[they]',
        '[…]',
        '(and)',
        'so.',
        '“',
        '”',
        '"',
        '\n',
        '\u00A0',
        'אמת',
        '👩‍👩‍👧',
        '\u0301',
        '\u202E',
        '\uD800',
        'the',
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(' '));
  const anything = fc.oneof(
    pieces,
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('gives edits that are both sides to the letter, a span within the passage and a reason, whatever the texts are', () => {
    fc.assert(
      fc.property(anything, anything, fc.boolean(), (quotation, passage, isSameAnyhow) => {
        const match = matchQuotation(quotation, passage, isSameAnyhow);
        if (!match) return;
        const { span, edits, kinds, isVerbatim, similarity, differences } = match;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(passage.length);
        expect(edits.map(({ left }) => left).join('')).toBe(passage.slice(span.start, span.end));
        expect(edits.map(({ right }) => right).join('')).toBe(quotation);
        expect(kinds.length).toBeGreaterThan(0);
        expect(kinds.every((kind) => kind === 'IDENTICAL' || kind === 'PUNCTUATION')).toBe(isVerbatim);
        if (isVerbatim) expect(similarity).toBe(1);
        else expect(differences).toEqual([]);
      }),
      { numRuns: 4_000 },
    );
  });

  it('finds nothing less when it is known to be the same', () => {
    fc.assert(
      fc.property(pieces, pieces, (quotation, passage) => {
        const match = matchQuotation(quotation, passage);
        if (match) expect(matchQuotation(quotation, passage, true)).toEqual(match);
      }),
      { numRuns: 2_000 },
    );
  });
});
