import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PageSelectorIndex } from '../../src/anchor/find-page-selector.ts';
import { SelectorIndex } from '../../src/anchor/find-selector.ts';

const TEXT = [
  'Ferries stop',
  '',
  'Ada Berg said that they will not stop. “We sail,” she said.',
  'The harbour said that ships sail.',
  'Ferries stop',
  '',
  'A non-stop line stays. A con-cat of lines: concat.',
].join('\n');

/** What is found, with what stands around it; and where the words stand at all. */
function found(exact: string, prefix = '', suffix = '', text = TEXT) {
  const { fitting, standing } = new PageSelectorIndex(new SelectorIndex(text)).find({ exact, prefix, suffix });
  return {
    fitting: fitting.map(({ start, end }) => text.slice(Math.max(0, start - 4), start) + `[${text.slice(start, end)}]`),
    standing: standing.length,
  };
}

describe('Words that were selected in a page', () => {
  it.each([
    ['alone', 'ships sail', '', '', 'hat [ships sail]'],
    ['with straight marks for curly ones', '"We sail,"', 'stop. ', ' she', 'op. [“We sail,”]'],
    ['in the context that they have in the text', 'sail', 'ships ', '.\nFerries', 'ips [sail]'],
    [
      'behind what the page has above their paragraph',
      'Ada Berg',
      'Share this page',
      ' said that they',
      'op\n\n[Ada Berg]',
    ],
    [
      'before what the page has below their paragraph',
      'ships sail.',
      'said that ',
      'Advertisement',
      'hat [ships sail.]',
    ],
    ['where the page joins paragraphs', 'The harbour', 'she said.', ' said', 'id.\n[The harbour]'],
    [
      'where it breaks lines within the words',
      'they\n      will not stop',
      'said that\n   ',
      '. “We',
      'hat [they will not stop]',
    ],
    [
      'over two paragraphs, with other space between them',
      'she said. The harbour',
      'sail,” ',
      ' said',
      'l,” [she said.\nThe harbour]',
    ],
  ])('are found %s', (_, exact, prefix, suffix, expected) => {
    expect(found(exact, prefix, suffix).fitting).toEqual([expected]);
  });

  it.each([
    ['other words stand right before them', 'will not stop', 'said that ferries ', '. “We', 1],
    ['other words stand right behind them', 'ships sail', 'said that ', ' no more.', 1],
    ['a negation is left out of them', 'they will stop', 'said that ', '.', 0],
    ['they have other capitals', 'the harbour', '', ' said', 0],
    ['their context tells that they were selected out of a longer word', 'cat', 'lines: con', '.', 2],
    ['the words are joined in the page', 'shipssail', 'that ', '.', 0],
  ])('are not found where %s', (_, exact, prefix, suffix, standing) => {
    expect(found(exact, prefix, suffix)).toEqual({ fitting: [], standing });
  });

  it('are found several times where nothing tells the places apart', () => {
    expect(found('said').fitting).toHaveLength(3);
    expect(found('Ferries stop', 'nowhere', 'nowhere').fitting).toEqual(['[Ferries stop]', 'il.\n[Ferries stop]']);
  });

  it('are told apart by what stands beyond their paragraph, where the page has it as the text', () => {
    expect(found('Ferries stop', 'ships sail. ', ' A non-stop').fitting).toEqual(['il.\n[Ferries stop]']);
  });

  it('are told apart by the side on which all of their context agrees', () => {
    const text = 'It rains. It pours.\nIt rains.';
    expect(found('It rains.', 'Menu', ' It pours.', text).fitting).toEqual(['[It rains.]']);
    expect(found('It rains.', 'Menu', 'Share', text).fitting).toEqual(['rs.\n[It rains.]']);
  });

  it('are found in a text of one paragraph behind what the page has above it', () => {
    expect(found('Rain', 'Home News', ' fell.', 'Rain fell. Rain stopped.').fitting).toEqual(['[Rain]']);
  });

  it('are found where they stand everywhere', () => {
    const text = 'a '.repeat(20_000);
    const { fitting, standing } = new PageSelectorIndex(new SelectorIndex(text)).find({
      exact: 'a',
      prefix: 'b',
      suffix: '',
    });
    expect([fitting, standing.length]).toEqual([[{ start: 0, end: 1 }], 20_000]);
  });
});

describe('Any words of an article of the corpus', () => {
  const folder = join(import.meta.dirname, '../../seeds/corpus');
  const indexes = readdirSync(folder).map(
    (name) => new PageSelectorIndex(new SelectorIndex(readFileSync(join(folder, name), 'utf8'))),
  );
  const spans = fc.constantFrom(...indexes).chain((index) =>
    fc
      .tuple(
        fc.integer({ min: 0, max: index.text.length - 2 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 40 }),
      )
      .map(([start, length, context]) => ({ index, start, end: Math.min(index.text.length, start + length), context }))
      .filter(({ start, end }) => /\S/.test(index.text.slice(start, end))),
  );

  it.each([
    ['as they stand', (context: string) => context],
    ['with other white space around them', (context: string) => context.replace(/\s+/g, '\n      ')],
  ])('are found in their own place, in several or in none, and never in another one alone: %s', (_, change) => {
    fc.assert(
      fc.property(spans, ({ index, start, end, context }) => {
        const { text } = index;
        const selector = {
          exact: text.slice(start, end),
          prefix: change(text.slice(Math.max(0, start - context), start)),
          suffix: change(text.slice(end, end + context)),
        };
        const { fitting, standing } = index.find(selector);
        const isThere = fitting.some((span) => span.start === start && span.end === end);
        // Without a context it cannot be known that they were selected out of longer words.
        if (context >= 8 && fitting.length > 0) expect(isThere).toBe(true);
        if (fitting.length === 0) expect(standing.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are none where none were', () => {
    expect(found('')).toEqual({ fitting: [], standing: 0 });
  });
});
