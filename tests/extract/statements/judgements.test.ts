import { certaintyOf } from '../../../src/extract/statements/certainty.ts';
import { isSaid } from '../../../src/extract/statements/is-said.ts';
import { polarityOf } from '../../../src/extract/statements/polarity.ts';

describe('polarityOf', () => {
  it.each([
    ['plain', 'said', 'the bridge is open', 'AFFIRMED'],
    ['not', 'said', 'the bridge is not open', 'NEGATED'],
    ['n’t', 'said', 'the bridge isn’t open', 'NEGATED'],
    ["n't", 'said', "the bridge isn't open", 'NEGATED'],
    ['no longer', 'said', 'the bridge is no longer open', 'NEGATED'],
    ['no at the beginning', 'said', 'No ferry runs today', 'NEGATED'],
    ['there is no', 'said', 'there is no ferry', 'NEGATED'],
    ['never', 'said', 'we have never closed it', 'NEGATED'],
    ['a denial', 'denied', 'the bridge was closed', 'NEGATED'],
    ['a refusal', 'has refused', 'to open the bridge', 'NEGATED'],
    ['not in a further clause', 'said', 'the bridge is open because it does not rain', 'AFFIRMED'],
    ['not in what it is about', 'said', 'the man who was not there is back', 'AFFIRMED'],
    ['not only', 'said', 'the bridge is not only open but safe', 'AFFIRMED'],
    ['no doubt', 'said', 'there is no doubt the bridge is open', 'AFFIRMED'],
    ['a clause in front', 'said', 'if it rains, the bridge will not open', 'NEGATED'],
    ['a clause in front that is negated', 'said', 'If it does not rain, the bridge will open', 'AFFIRMED'],
    ['a word that holds "not"', 'said', 'a notable bridge is open', 'AFFIRMED'],
    ['a word that holds "no"', 'said', 'there is notice of it', 'AFFIRMED'],
    ['not of a participle', 'said', 'there is a storm in a way not seen before', 'AFFIRMED'],
    ['never mind the auxiliary', 'said', 'it has certainly not been closed', 'NEGATED'],
    ['a belief that is not held', 'does not believe', 'the bridge is open', 'NEGATED'],
    ['not in the second sentence', 'said', 'The bridge is open. It is not safe.', 'AFFIRMED'],
  ])('%s', (_, cue, clause, polarity) => {
    expect(polarityOf(cue, clause).value).toBe(polarity);
  });
});

describe('certaintyOf', () => {
  it.each([
    ['plain', 'said', 'the bridge is open', 'CERTAIN'],
    ['may', 'said', 'the bridge may be open', 'POSSIBLE'],
    ['might', 'said', 'the bridge might be open', 'POSSIBLE'],
    ['a month', 'said', 'the bridge opens in May', 'CERTAIN'],
    ['a day of it', 'said', 'the bridge opens on May 3', 'CERTAIN'],
    ['likely', 'said', 'the bridge is likely to open', 'PROBABLE'],
    ['a belief', 'believes', 'the bridge is open', 'PROBABLE'],
    ['an expectation', 'expected', 'the bridge to open', 'PROBABLE'],
    ['a hope', 'is hoping', 'the bridge opens', 'UNCOMMITTED'],
    ['a demand', 'called for', 'the bridge to be opened', 'UNCOMMITTED'],
    ['a name for it', 'called', 'the bridge a danger', 'CERTAIN'],
    ['a request', 'urged', 'the town to open the bridge', 'UNCOMMITTED'],
    ['a question', 'said', 'Is the bridge open?', 'UNCOMMITTED'],
    ['a hope before a doubt', 'hoped', 'it might open', 'UNCOMMITTED'],
    ['a word that holds "may"', 'said', 'the mayor is open', 'CERTAIN'],
  ])('%s', (_, cue, clause, certainty) => {
    expect(certaintyOf(cue, clause).value).toBe(certainty);
  });
});

describe('isSaid', () => {
  it.each([
    ['said', false, true],
    ['wants', false, false],
    ['is planning', false, false],
    ['wants', true, true],
    ['believes', false, true],
    ['told', false, true],
    ['', false, true],
    ['did not mention', false, false],
    ['declined to say', false, false],
    ['didn’t say', false, false],
    ['did not say', true, true],
    ['does not believe', false, true],
    ['noted', false, true],
    ['speaks for', false, false],
    ['spoke for', false, false],
    ['speaking for', true, true],
    ['speaks of', false, true],
    ['spoke forcefully of', false, true],
    ['asked for', false, true],
  ])('%s, quoted: %s', (cue, isQuoted, expected) => {
    expect(isSaid(cue, isQuoted)).toBe(expected);
  });
});
