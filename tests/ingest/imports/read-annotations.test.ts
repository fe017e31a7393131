import { readAnnotations } from '../../../src/ingest/imports/read-annotations.ts';
import { refusal } from '../../support/refusal.ts';

const URL = 'https://one.example/ferries';
const WORDS = { type: 'TextQuoteSelector', exact: 'We sail', prefix: 'He said: ', suffix: '.' };
const PLACES = [
  {
    type: 'RangeSelector',
    startContainer: '/div[1]/p[2]',
    startOffset: 3,
    endContainer: '/div[1]/p[2]',
    endOffset: 10,
  },
  { type: 'TextPositionSelector', start: 903, end: 910 },
];

/** An annotation as Hypothes.is has it. */
const ofHypothesis = (changes: object = {}): object => ({
  id: 'qM2PzlQ6EfCd3bNZ',
  created: '2026-02-11T09:12:44.318201+00:00',
  updated: '2026-02-11T09:12:44.318201+00:00',
  user: 'acct:ann@hypothes.is',
  uri: URL,
  text: 'The ferries sail.',
  tags: ['ferries', 'mode:NARRATION'],
  group: '__world__',
  permissions: { read: ['group:__world__'], admin: ['acct:ann@hypothes.is'] },
  target: [{ source: URL, selector: [...PLACES, WORDS] }],
  document: { title: ['Ferries'] },
  links: { html: 'https://hypothes.is/a/qM2PzlQ6EfCd3bNZ' },
  user_info: { display_name: 'Ann' },
  flagged: false,
  hidden: false,
  ...changes,
});

/** The same as a Web Annotation. */
const ofW3c = (changes: object = {}): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://one.example/annotations/1',
  type: 'Annotation',
  creator: { id: 'https://one.example/ann', type: 'Person', name: 'Ann' },
  body: [
    { type: 'TextualBody', value: 'The ferries sail.', format: 'text/plain', purpose: 'commenting' },
    { type: 'TextualBody', value: 'mode:NARRATION', purpose: 'tagging' },
  ],
  target: { source: URL, selector: WORDS },
  ...changes,
});

const read = (content: unknown) =>
  readAnnotations(typeof content === 'string' ? content : JSON.stringify(content), 'a.json');
const messageOf = (annotation: unknown): string => {
  const [outcome] = read([annotation]);
  if (!outcome || !('message' in outcome)) throw new Error('it was read');
  return `${outcome.skipped ? 'left out' : 'refused'}: ${outcome.message}`;
};

const SAID = {
  text: 'The ferries sail.',
  targets: [{ sources: [URL], words: { exact: 'We sail', prefix: 'He said: ', suffix: '.' } }],
  attribution: { mode: 'NARRATION', chain: [] },
  claim: null,
};

describe('Annotations', () => {
  it.each([
    [
      'an export of Hypothes.is',
      {
        export_date: '2026-02-12',
        export_userid: 'acct:ann@hypothes.is',
        client_version: '1.1',
        annotations: [ofHypothesis()],
      },
      '#/annotations/0',
    ],
    ['an answer of its search', { total: 1, rows: [ofHypothesis()] }, '#/rows/0'],
    ['one of its annotations', ofHypothesis(), '#'],
    ['a Web Annotation', ofW3c(), '#'],
    ['a list', [ofW3c()], '#/0'],
    ['a page', { type: 'AnnotationPage', items: [ofW3c()] }, '#/items/0'],
    [
      'a collection',
      { type: 'AnnotationCollection', total: 1, first: { type: 'AnnotationPage', items: [ofW3c()] } },
      '#/first/items/0',
    ],
    ['a graph with other things', { '@graph': [{ id: 'x', type: 'Person' }, 3, ofW3c()] }, '#/@graph/2'],
    ['one with a byte order mark before it', `\uFEFF${JSON.stringify(ofW3c())}`, '#'],
    ['one of two types', ofW3c({ type: ['Annotation', 'Entity'] }), '#'],
    ['one whose type has another name', ofW3c({ type: undefined, '@type': 'oa:Annotation' }), '#'],
    [
      'a comment that is all of the body',
      ofW3c({ body: [{ value: 'The ferries sail.' }, { value: 'mode:narration', purpose: ['tagging'] }] }),
      '#',
    ],
    [
      'a comment in bodyValue',
      ofW3c({
        bodyValue: 'The ferries sail.',
        body: { type: 'TextualBody', value: 'mode:NARRATION', purpose: 'tagging' },
      }),
      '#',
    ],
    [
      'a source with properties of its own',
      ofW3c({ target: [{ source: { id: URL, format: 'text/html' }, selector: [...PLACES, WORDS] }] }),
      '#',
    ],
    ['the same words by two selectors', ofW3c({ target: { source: URL, selector: [WORDS, WORDS] } }), '#'],
    ['white space around its comment', ofHypothesis({ text: '\n The ferries sail. ' }), '#'],
  ])('are read from %s', (_, content, pointer) => {
    expect(read(content)).toEqual([expect.objectContaining({ place: `a.json${pointer}`, ...expectedOf(SAID) })]);
  });

  const expectedOf = ({ text, targets, attribution, claim }: typeof SAID) => ({
    text,
    claim,
    targets: targets.map(({ sources, words }) => ({ sources, words: expect.objectContaining(words) as object })),
    attribution: expect.objectContaining(attribution) as object,
  });

  it('are read one a line, each that is none with its line', () => {
    const lines = `${JSON.stringify(ofHypothesis())}\n\n{"a":\n${JSON.stringify(ofW3c())}\n`;
    expect(read(lines).map((one) => ('message' in one ? one.message.slice(0, 32) : one.place))).toEqual([
      'a.json:1',
      'a.json:3: this is not JSON (Unex',
      'a.json:4',
    ]);
  });

  it('keep the place that is told beside the words, in their own numbers', () => {
    const [one] = read([ofHypothesis()]);
    expect(one).toMatchObject({
      creator: 'acct:ann@hypothes.is',
      targets: [{ words: { position: { start: 903, end: 910 } } }],
    });
  });

  it('tell that there are more where they are one page of several', () => {
    const next = 'https://one.example/annotations?page=2';
    expect(read({ type: 'AnnotationPage', items: [], next })).toEqual([
      { place: 'a.json#/next', message: expect.stringMatching(/one page of a collection/) as string, skipped: true },
    ]);
  });

  it.each([
    ['a mark', ofHypothesis({ text: '' }), 'it marks words and says nothing of them'],
    ['a mark with tags', ofHypothesis({ text: null }), 'it marks words and says nothing of them'],
    ['a comment of white space', ofHypothesis({ text: ' \n' }), 'it marks words and says nothing of them'],
    ['a reply', ofHypothesis({ references: ['abc'], target: [{ source: URL }] }), 'it is a reply'],
    [
      'a reply of a Web Annotation',
      ofW3c({ motivation: 'replying', target: 'https://one.example/annotations/0' }),
      'it is a reply',
    ],
    ['a note on a page', ofHypothesis({ target: [{ source: URL }] }), 'it is a note on a whole page'],
    ['an annotation of a page by its address', ofW3c({ target: URL }), 'it is a note on something as a whole'],
    ['a link for a body', ofW3c({ body: 'https://one.example/other' }), 'it marks words'],
    ['a picture for a body', ofW3c({ body: { id: 'https://one.example/a.png', type: 'Image' } }), 'it marks words'],
  ])('are left out as %s', (_, annotation, message) => {
    expect(messageOf(annotation)).toMatch(new RegExp(`^left out: a\\.json#/0 is left out: ${message}`));
  });

  it.each([
    ['no annotation', { id: 1 }, 'this is neither an annotation of Hypothes.is'],
    ['no object', 'words', 'this is neither an annotation of Hypothes.is'],
    ['a number for a comment', ofHypothesis({ text: 7 }), 'text: Invalid input: expected string'],
    [
      'no words',
      ofHypothesis({ target: [{ source: URL, selector: [{ type: 'TextQuoteSelector', exact: ' \n' }] }] }),
      'target/0/selector/0/exact: must hold words',
    ],
    [
      'words that are none',
      ofW3c({ target: { source: URL, selector: { ...WORDS, exact: ['We sail'] } } }),
      'target/0/selector/0/exact: Invalid input: expected string',
    ],
    [
      'positions alone',
      ofHypothesis({ target: [{ source: URL, selector: PLACES }] }),
      'target/0 has no TextQuoteSelector. Positions in a page',
    ],
    [
      'a selector that is elsewhere',
      ofW3c({ target: { source: URL, selector: 'https://one.example/s' } }),
      'target/0 has no TextQuoteSelector',
    ],
    [
      'words that are narrowed down',
      ofW3c({ target: { source: URL, selector: { ...WORDS, refinedBy: PLACES[1] } } }),
      'refinedBy: narrows words',
    ],
    [
      'selectors of different words',
      ofW3c({ target: { source: URL, selector: [WORDS, { ...WORDS, exact: 'said' }] } }),
      'several TextQuoteSelectors',
    ],
    [
      'a whole page beside words',
      ofW3c({ target: [{ source: URL, selector: WORDS }, URL] }),
      'target/1 names a text as a whole',
    ],
    ['several lines', ofHypothesis({ text: 'One.\n\nTwo.' }), 'its comment has several lines'],
    ['several comments', ofW3c({ body: [{ value: 'One.' }, { value: 'Two.' }] }), 'it has 2 comments'],
    [
      'a comment in HTML',
      ofW3c({ body: { type: 'TextualBody', value: '<p>Yes.</p>', format: 'text/html' } }),
      'its comment is text/html',
    ],
    [
      'half a character in its words',
      ofHypothesis({ target: [{ source: URL, selector: [{ ...WORDS, exact: 'We \ud83e' }] }] }),
      'target/0 holds a lone surrogate, U+D83E',
    ],
    [
      'U+0000 in its context',
      ofHypothesis({ target: [{ source: URL, selector: [{ ...WORDS, prefix: 'a\0' }] }] }),
      'target/0 holds U+0000',
    ],
    ['half a character in its comment', ofHypothesis({ text: '\udc00' }), 'its comment holds a lone surrogate'],
    ['U+0000 in a tag', ofHypothesis({ tags: ['cue:\0'] }), 'a tag holds U+0000'],
    [
      'a tag that is not known',
      ofW3c({ body: [{ value: 'Yes.' }, { value: 'speeker:putin', purpose: 'tagging' }] }),
      'the tag "speeker:putin" is not known',
    ],
  ])('are refused with %s', (_, annotation, message) => {
    expect(messageOf(annotation)).toContain(`refused: a.json#/0: `);
    expect(messageOf(annotation)).toContain(message);
  });

  it.each([
    ['nothing', '', 'a.json is not JSON'],
    ['a text', 'Words.\nMore.', 'a.json is not JSON'],
    ['JSON that was cut off', '{"annotations": [', 'a.json is not JSON'],
    ['a number', '7', 'a.json holds no annotations'],
    ['an object of other things', '{"a": []}', 'a.json holds no annotations'],
    ['lists that only a prototype has', '{"__proto__": {"annotations": []}}', 'a.json holds no annotations'],
  ])('are not in %s', (_, content, message) => {
    expect(() => read(content)).toThrow(refusal(message));
  });

  it('may have lists in lists that nobody looks into, a million deep', () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    const outcomes = read(
      `{"annotations":[${deep},${JSON.stringify(ofHypothesis()).replace(/\}$/, `,"metadata":${deep}}`)}]}`,
    );
    expect(outcomes.map((one) => 'message' in one)).toEqual([true, false]);
  });

  it('are not changed by keys that objects have', () => {
    const written = JSON.stringify(ofHypothesis({ text: undefined })).replace(
      '{',
      '{"__proto__":{"text":"Polluted."},"constructor":{},',
    );
    expect(messageOf(JSON.parse(written))).toMatch(/^left out/);
  });
});
