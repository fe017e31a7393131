import type { AnchorState } from '../../src/domain/vocabulary.ts';
import type { Span } from '../../src/text/span.ts';

/** What happened to a text from which a quote was taken, and what has to become of the quote. */
export interface HostileAnchoring {
  readonly name: string;
  /** The quote in its text, between ⟦ and ⟧. */
  readonly before: string;
  /** The text as it is now, with ⟦ and ⟧ around the words where they surely are the quote's; without, where none are. */
  readonly after: string;
  readonly state: AnchorState;
}

/** The text without its marks, and the marked span in UTF-16 code units; null where nothing is marked. */
export function readMarked(marked: string): { readonly text: string; readonly span: Span | null } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace('⟦', '').replace('⟧', ''), span: start === -1 ? null : { start, end } };
}

/** Longer than the context of a quote. */
const LONG = 'The harbour was quiet all morning, and the boats stayed where they were.';
const OTHER = 'Prices had risen for nine months in a row, and the shops were half empty.';

const SAID = 'We will not raise the fuel tax before 2027.';
/** The quote as a newspaper would have it, with something else in its place, or around it. */
const told = (words = `⟦${SAID}⟧`, before = 'The minister spoke for long. “', behind = '” He then left the room.') =>
  `${LONG}\n${before}${words}${behind}\n${OTHER}`;
const PROMISE = told();

/** A quote whose own words were changed, with all around them as it was. */
const changed = (name: string, quote: string, words: string): HostileAnchoring => ({
  name,
  before: told(`⟦${quote}⟧`),
  after: told(words),
  state: 'ORPHANED',
});

/** A quote that stands in a longer word or number, and nowhere else. */
const swallowed = (name: string, quote: string, words: string): HostileAnchoring => ({
  name,
  before: `${LONG} It was ⟦${quote}⟧ to him. ${OTHER}`,
  after: `${OTHER} They thought that ${words} for them. ${LONG}`,
  state: 'ORPHANED',
});

const CHANGED: readonly HostileAnchoring[] = [
  changed('a sentence that looks alike says the opposite', SAID, 'They will raise the fuel tax before 2026.'),
  changed('the same with an editor’s bracket', SAID, '[T]hey will raise the fuel tax before 2026.'),
  {
    name: 'the quote was cut, and one that looks alike says the opposite elsewhere',
    before: PROMISE,
    after: `${OTHER}\nThe opposition said: “We will raise the fuel tax before 2027.”\n${LONG}`,
    state: 'ORPHANED',
  },
  changed('a negation was taken out', SAID, 'We will raise the fuel tax before 2027.'),
  changed('a negation was put in', 'We have sold the harbour.', 'We have never sold the harbour.'),
  changed('a negation hides in a short form', 'We can pay for all of it.', 'We can’t pay for all of it.'),
  changed('a number was changed', 'We can send 10,000 men.', 'We can send 100,000 men.'),
  changed('a year was changed', SAID, SAID.replace('2027', '2028')),
  changed('a name was changed by one letter', 'I met Sin Hong Chol there.', 'I met Sin Hong Chul there.'),
  changed('who does what to whom was changed', 'Moscow has warned Kyiv.', 'Kyiv has warned Moscow.'),
  changed(
    'one letter was mended',
    'It was tested in 2o17 for the last time.',
    'It was tested in 2017 for the last time.',
  ),
  changed('words were left out with an ellipsis', SAID, 'We will not raise … before 2027.'),
  changed('its end was cut off', SAID, 'We will not raise the fuel tax.'),
  changed('an editor put words in', SAID, 'We will not raise the fuel tax [on diesel] before 2027.'),
  changed('it was cut in two by its cue', SAID, 'We will not raise the fuel tax,” he said, “before 2027.'),
  changed('it is told in other words', SAID, 'There is going to be no increase in fuel duty until 2027.'),
  changed('its place holds other words about something else', SAID, 'Ask me again after the summer, please.'),
  { name: 'nothing is left of the text', before: PROMISE, after: '', state: 'ORPHANED' },
  {
    name: 'the page is gone, and another text stands there',
    before: PROMISE,
    after:
      'The page that you are looking for is no longer available. You will find the newest stories on our home page.',
    state: 'ORPHANED',
  },
];

const RESET: readonly HostileAnchoring[] = [
  changed('its case was changed', SAID, SAID.toUpperCase()),
  changed('curly marks became straight', 'We won’t go, and they won’t come.', "We won't go, and they won't come."),
  changed('a space became a no-break space', SAID, SAID.replace(' raise', '\u00A0raise')),
  changed('a zero-width space was put in', SAID, SAID.replace('tax', 't\u200Bax')),
  changed('a soft hyphen was put in', SAID, SAID.replace('before', 'be\u00ADfore')),
  changed('composed characters were decomposed', 'The caf\u00E9 is closed.', 'The cafe\u0301 is closed.'),
  changed('decomposed characters were composed', 'The cafe\u0301 is closed.', 'The caf\u00E9 is closed.'),
  changed('a Latin letter became a Cyrillic one that looks the same', SAID, SAID.replace('tax', 't\u0430x')),
  changed('an override turns its writing round', SAID, SAID.replace('raise', '\u202Eraise\u202C')),
  changed('its lines end with CRLF now', 'Not today.\nNot tomorrow.', 'Not today.\r\nNot tomorrow.'),
];

const SWALLOWED: readonly HostileAnchoring[] = [
  swallowed('“possible” stands in “impossible” alone', 'possible', 'it was impossible'),
  swallowed('“violent” stands in “non-violent” alone', 'violent', 'the protests were non-violent'),
  swallowed('“They can” stands in “They can’t” alone', 'clear that they can', 'it was clear that they can’t do it'),
  swallowed('a soft hyphen hides that “able” stands in “unable”', 'able', 'she was un\u00ADable to do it'),
  swallowed('“1,000” stands in “1,000,000” alone', 'good for 1,000', 'it was good for 1,000,000 men'),
  swallowed('“5 percent” stands in “15 percent” alone', '5 percent', 'it was 15 percent too much'),
  swallowed('“5 degrees” stands in “−5 degrees” alone', '5 degrees', 'it was −5 degrees'),
  swallowed(
    'a full stop became the point of a number',
    'enough that it cost 3.',
    'it cost 3.5 million; enough that it cost 3.5 million',
  ),
  swallowed('“resume” stands in a decomposed “résumé” alone', 'a resume', 'it was a resume\u0301'),
];

const REPEATED: readonly HostileAnchoring[] = [
  {
    name: 'the sentence stands twice, neither time in its context',
    before: PROMISE,
    after: `${OTHER} “${SAID}” That was on Monday. ${LONG} “${SAID}” That was on Friday.`,
    state: 'ORPHANED',
  },
  {
    name: 'the sentence stands twice, one of them where and as it stood',
    before: PROMISE,
    after: `${PROMISE}\nIn short: “${SAID}”`,
    state: 'ANCHORED',
  },
  {
    name: 'the sentence stands twice, one of them in its context and elsewhere',
    before: PROMISE,
    after: `In short: “${SAID}”\n${PROMISE}`,
    state: 'ANCHORED',
  },
  {
    name: 'one of two equal paragraphs was quoted, and both were pushed down',
    before: `${LONG}\n⟦${SAID}⟧\n${LONG}\n${SAID}\n${LONG}`,
    after: `Updated at noon.\n${LONG}\n${SAID}\n${LONG}\n${SAID}\n${LONG}`,
    state: 'ORPHANED',
  },
  {
    name: 'an equal paragraph in the same context was put behind',
    before: `${LONG}\n⟦${SAID}⟧\n${LONG}`,
    after: `${LONG}\n⟦${SAID}⟧\n${LONG}\n${SAID}\n${LONG}`,
    state: 'ANCHORED',
  },
  {
    name: 'the words overlap with themselves',
    before: `${LONG} He shouted ⟦no no⟧ at them.`,
    after: `${OTHER} What she heard was no no no.`,
    state: 'ORPHANED',
  },
];

const SURROUNDED: readonly HostileAnchoring[] = [
  {
    name: 'its paragraph was moved, with other ones around it',
    before: PROMISE,
    after: `“⟦${SAID}⟧”\n${OTHER}\n${LONG}`,
    state: 'MOVED',
  },
  {
    name: 'the words before it were changed',
    before: PROMISE,
    after: told(undefined, 'Her party has a leaflet, and it reads: “'),
    state: 'MOVED',
  },
  {
    name: 'the words behind it were changed',
    before: PROMISE,
    after: told(undefined, undefined, '” Nobody asked him why.'),
    state: 'MOVED',
  },
  {
    name: 'another one is said to have said it',
    before: told(undefined, 'Holm, the minister, said: “'),
    after: told(undefined, 'Brandt, the mayor, said: “'),
    state: 'MOVED',
  },
  {
    name: 'a negation was put before the words',
    before: `${LONG} He said that ⟦it is safe to drink the water⟧. ${OTHER}`,
    after: `${LONG} He did not say that ⟦it is safe to drink the water⟧. ${OTHER}`,
    state: 'MOVED',
  },
  {
    name: 'a negation before the words was taken out',
    before: `${LONG} He did not say that ⟦it is safe to drink the water⟧. ${OTHER}`,
    after: `${LONG} He said that ⟦it is safe to drink the water⟧. ${OTHER}`,
    state: 'MOVED',
  },
  {
    name: 'it was cut, and only a correction at the end has its words',
    before: PROMISE,
    after: `${told('I have nothing to say.')}\nCorrection: the minister did not say “⟦${SAID}⟧”, as we wrote.`,
    state: 'MOVED',
  },
  {
    name: 'one that looks alike stands in its place, and itself elsewhere',
    before: PROMISE,
    after: `${told('They will raise the fuel tax before 2026.')}\nLast year he had said: “⟦${SAID}⟧”`,
    state: 'MOVED',
  },
  {
    name: 'the quotation marks around it became straight',
    before: PROMISE,
    after: told(undefined, 'The minister spoke for long. "', '" He then left the room.'),
    state: 'MOVED',
  },
  {
    name: 'the lines around it end with CRLF now',
    before: `${LONG}\n⟦${SAID}⟧\n${OTHER}`,
    after: `${LONG}\r\n⟦${SAID}⟧\r\n${OTHER}`,
    state: 'MOVED',
  },
  {
    name: 'an override was put before it',
    before: PROMISE,
    after: told(undefined, 'The minister spoke for long. \u202E“'),
    state: 'MOVED',
  },
  {
    name: 'it began the text, and words were put before it',
    before: `⟦${SAID}⟧ ${OTHER}`,
    after: `Nobody believes that “⟦${SAID}⟧ ${OTHER}`,
    state: 'MOVED',
  },
  {
    name: 'it ended the text, and words were put behind it',
    before: `${OTHER} ⟦${SAID}⟧`,
    after: `${OTHER} ⟦${SAID}⟧ Or so he says.`,
    state: 'MOVED',
  },
  {
    name: 'nothing but the quote is left of the text',
    before: PROMISE,
    after: `⟦${SAID}⟧`,
    state: 'MOVED',
  },
];

const UNTOUCHED: readonly HostileAnchoring[] = [
  { name: 'the text is the same', before: PROMISE, after: PROMISE, state: 'ANCHORED' },
  {
    name: 'it begins the text',
    before: `⟦${SAID}⟧ ${OTHER}`,
    after: `⟦${SAID}⟧ ${OTHER} More soon.`,
    state: 'ANCHORED',
  },
  { name: 'it ends the text', before: `${OTHER} ⟦${SAID}⟧`, after: `Updated. ${OTHER} ⟦${SAID}⟧`, state: 'ANCHORED' },
  { name: 'emoji were put before it', before: PROMISE, after: `😀👩‍🚒 ${PROMISE}`, state: 'ANCHORED' },
  {
    name: 'emoji before it were taken out',
    before: `😀👩‍🚒😀 ${PROMISE}`,
    after: PROMISE,
    state: 'ANCHORED',
  },
  {
    name: 'its context and itself are of characters above U+FFFF',
    before: `${'😀'.repeat(40)}⟦𝐍𝐨 𝐭𝐚𝐱⟧${'🚒'.repeat(40)}`,
    after: `New: ${'😀'.repeat(40)}⟦𝐍𝐨 𝐭𝐚𝐱⟧${'🚒'.repeat(40)}`,
    state: 'ANCHORED',
  },
  {
    name: 'the paragraphs around its own changed places',
    before: `${OTHER}\n${LONG} ${SAID.replace('2027', '2029')}\n${LONG} ⟦${SAID}⟧ ${OTHER}`,
    after: `${LONG} ⟦${SAID}⟧ ${OTHER}\n${OTHER}\n${LONG} ${SAID.replace('2027', '2029')}`,
    state: 'ANCHORED',
  },
  {
    name: 'one that looks alike was put before it',
    before: PROMISE,
    after: `“They will raise the fuel tax before 2026.”\n${PROMISE}`,
    state: 'ANCHORED',
  },
];

/** What may happen to a quoted text, near-misses of every kind included. */
export const HOSTILE_ANCHORINGS: readonly HostileAnchoring[] = [
  ...CHANGED,
  ...RESET,
  ...SWALLOWED,
  ...REPEATED,
  ...SURROUNDED,
  ...UNTOUCHED,
];
