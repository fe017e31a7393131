import fc from 'fast-check';
import { extract, type ExtractOptions } from '../../src/extract/extract.ts';
import type { Span } from '../../src/text/span.ts';

/** What is extracted, in words. */
function extracted(text: string, options?: ExtractOptions) {
  const { statements, actors, narration } = extract(text, options);
  const words = ({ start, end }: Span) => text.slice(start, end);
  return {
    narration: narration.map(words),
    statements: statements.map(({ content, chain, said, mode, polarity, certainty }) => ({
      content: content.map(words),
      speakers: chain.map(({ actor }) => (actor === null ? null : (actors[actor]?.name ?? null))),
      roles: chain.map(({ role }) => role),
      said: said?.value ?? null,
      mode,
      polarity,
      certainty,
    })),
  };
}

const said = (text: string, options?: ExtractOptions) => extracted(text, options).statements;

describe('extract', () => {
  it('tells a quotation with its speaker', () => {
    expect(said('Floods reach Lom\n\n“The dam will hold,” Mayor Ada Holm said.')).toMatchObject([
      {
        mode: 'DIRECT',
        content: ['The dam will hold,'],
        speakers: ['Ada Holm'],
        polarity: 'AFFIRMED',
        certainty: 'CERTAIN',
      },
    ]);
  });

  it('tells a quotation that its cue cuts in two as one statement', () => {
    expect(said('Floods reach Lom\n\n“The dam,” Mayor Ada Holm said, “will hold for another year.”')).toMatchObject([
      { mode: 'DIRECT', content: ['The dam,', 'will hold for another year.'] },
    ]);
  });

  it('tells what is reported, denied or doubted', () => {
    expect(
      said(
        'Floods reach Lom\n\nMayor Ada Holm said that the dam would hold.\n\nThe ministry denied that the dam had been inspected.\n\nHolm said that the town may ask for help.',
      ),
    ).toMatchObject([
      { mode: 'INDIRECT', polarity: 'AFFIRMED', certainty: 'CERTAIN', speakers: ['Ada Holm'] },
      { mode: 'INDIRECT', polarity: 'NEGATED' },
      { mode: 'INDIRECT', certainty: 'POSSIBLE', speakers: ['Ada Holm'] },
    ]);
  });

  it('takes later mentions for the same one', () => {
    const statements = said(
      'Floods reach Lom\n\n“The dam will hold,” Mayor Ada Holm said.\n\n“It was built to last,” Holm said.\n\n“We check it every week,” she added.',
    );
    expect(statements.map(({ speakers }) => speakers)).toEqual([['Ada Holm'], ['Ada Holm'], ['Ada Holm']]);
  });

  it('tells who passed it on', () => {
    const [statement] = said('Floods reach Lom\n\n“The dam will hold,” Mayor Ada Holm told the Lom Times on Monday.');
    expect(statement).toMatchObject({ roles: ['OUTLET', 'SPEAKER'] });
    expect(statement?.speakers.at(-1)).toBe('Ada Holm');
    expect(statement?.speakers[0]).toContain('Lom Times');
  });

  it.each([
    [
      'an outlet to which it was told, and one that tells of that',
      '“The dam will hold,” Mayor Ada Holm told the daily Nordlys, according to the Lom Times.',
      ['Lom Times', 'Nordlys', 'Ada Holm'],
      ['OUTLET', 'OUTLET', 'SPEAKER'],
    ],
    [
      'somebody whom another one quotes without quotation marks',
      'Mayor Ada Holm said that Governor Bo Lind believes the dam will hold.',
      ['Ada Holm', 'Bo Lind'],
      ['REPORTER', 'SPEAKER'],
    ],
    [
      'an outlet in front',
      'As the Lom Times reports, Mayor Ada Holm said that the dam will hold.',
      ['Lom Times', 'Ada Holm'],
      ['OUTLET', 'SPEAKER'],
    ],
  ])('tells a chain: %s', (_, sentence, speakers, roles) => {
    expect(said(`Floods reach Lom\n\n${sentence}`)).toMatchObject([{ speakers, roles }]);
  });

  it('tells what is not of the article, and makes no statement of it', () => {
    const text = 'Floods reach Lom\n\nThe dam holds.\n\nRead more: Bridge is closed, mayor says\n\nBy Ada Holm';
    const { furniture, statements, narration } = extract(text);
    expect(furniture.map(({ kind }) => kind)).toEqual(['NAVIGATION', 'CREDIT']);
    expect(statements).toEqual([]);
    expect(narration.map(({ start, end }) => text.slice(start, end))).toEqual(['Floods reach Lom', 'The dam holds.']);
  });

  it('tells when it was said where it is told when the article was published', () => {
    const text = 'Floods reach Lom\n\n“The dam will hold,” Mayor Ada Holm said on Monday.';
    expect(said(text, { published: '2022-07-06' })[0]?.said).toBe('2022-07-04');
    expect(said(text)[0]?.said).toBeNull();
  });

  it('gives what nobody is said to say as the article’s own', () => {
    const { narration } = extracted(
      'Floods reach Lom\n\nThe river rose by two metres.\n\n“The dam will hold,” Mayor Ada Holm said.',
    );
    expect(narration).toContain('The river rose by two metres.');
    expect(narration.join()).not.toContain('dam');
  });

  it('makes no statement of what somebody wants', () => {
    expect(said('Floods reach Lom\n\nAda Holm wants to build a higher dam.')).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n '],
    ['marks', '“”“”““”'],
    ['no letter at all', '1234 5678 …'],
    ['half a character', '“a\uD83D b c d e,” he said.'],
    ['a character of nothing', '“a\u0000 b c d e,” he said.'],
  ])('takes any string: %s', (_, text) => {
    expect(() => extract(text)).not.toThrow();
  });

  it('gives spans of the text, in order, and the same ones each time', () => {
    const piece = fc.constantFrom(
      'Ada Holm ',
      'said ',
      'that ',
      '“',
      '”',
      '"',
      'the dam will hold',
      ', ',
      '. ',
      '\n\n',
      'according to ',
      'the ministry ',
      'on Monday ',
      'he ',
      'denied ',
      'HOLM: ',
      '😀',
      '\uD83D',
      '— ',
      'told the Post ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = pieces.join('');
        const { statements, actors, dates, furniture, narration } = extract(text);
        const spans = [
          ...statements.flatMap(({ content, chain }) => [
            ...content,
            ...chain.flatMap(({ source, cue }) => [source, cue].filter((span) => span !== null)),
          ]),
          ...actors.flatMap(({ names, descriptions }) => [...names, ...descriptions]),
          ...dates.map(({ span }) => span),
          ...furniture,
          ...narration,
        ];
        for (const { start, end } of spans) expect(start >= 0 && start < end && end <= text.length).toBe(true);
        const begins = statements.map(({ content }) => content[0]?.start ?? 0);
        expect(begins).toEqual([...begins].sort((a, b) => a - b));
        for (const { chain } of statements) {
          for (const { actor } of chain) expect(actor === null || actors[actor] !== undefined).toBe(true);
        }
        expect(extract(text)).toEqual({ statements, actors, dates, furniture, narration });
      }),
      { numRuns: 200 },
    );
  });
});
