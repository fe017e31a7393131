import { OwnCorpus } from '../support/own-corpus.ts';

let corpus: OwnCorpus;
beforeAll(async () => {
  corpus = await OwnCorpus.read();
});

describe('One quotation in three wordings: Kim’s Russia Day greeting', () => {
  it('is one utterance of Kim, however the articles render it', () => {
    const { speaker, renderings } = corpus.utterance('000/greeting-achievements');
    expect(speaker).toBe('kim-jong-un');
    expect(renderings).toEqual([
      '000/greetings-sent',
      '000/greeting-paraphrased',
      '000/greeting-achievements',
      '000/greeting-support',
      '003/greeting-achievements',
      '003/greeting-support',
      '004/greetings-sent',
    ]);
  });

  it('keeps the bracketed opening and the ellipsis of 003, which 000 does not have', () => {
    expect(corpus.content('003/greeting-achievements')).toEqual([
      '[The Russian people have] achieved great successes in accomplishing the just cause of defending the dignity and ' +
        'security of their country ... while braving all sorts of challenges and hardships,',
    ]);
    expect(corpus.content('000/greeting-achievements').join(' ')).toContain(
      'their country and its right to development',
    );
  });

  it('came by way of Rodong Sinmun to 000, by way of Tass to 003, and as a report to 004', () => {
    expect(corpus.chain('000/greeting-achievements')).toEqual(['frances-martel', 'rodong-sinmun', 'kim-jong-un']);
    expect(corpus.chain('003/greeting-achievements')).toEqual(['the-social-talks', 'tass', 'kim-jong-un']);
    expect(corpus.statement('004/greetings-sent')).toMatchObject({ mode: 'INDIRECT' });
    expect(corpus.chain('004/greetings-sent').at(-1)).toBe('rodong-sinmun');
  });

  it('belongs to June 2022, which each article says in its own words', () => {
    for (const [key, words] of [
      ['000/greeting-support', ['last month']],
      ['003/greeting-support', ['last June', 'August 15', '77 years ago']],
      ['004/greetings-sent', ['last month']],
    ] as const) {
      expect(corpus.date(corpus.statement(key).saidId)).toMatchObject({ value: '2022-06', basis: 'INFERRED', words });
    }
  });
});

describe('A quotation that changed inside its quotation marks', () => {
  it.each([
    ['meeting-devoted', 'formats and mechanisms for further interaction', 'forms and procedures for ongoing contact'],
    ['ukraine-created-by-russia', 'was completely created by Russia', 'was established by Russia'],
    ['ukraine-lacked-traditions', 'stable traditions', 'solid traditions'],
    ['gratitude', 'build and intensify mutual cooperation', 'develop and expand cooperation'],
  ])('stays as each article has it, and is one utterance: %s', (key, in000, in004) => {
    expect(corpus.content(`000/${key}`).at(-1)).toContain(in000);
    expect(corpus.content(`004/${key}`).at(-1)).toContain(in004);
    expect(corpus.content(`004/${key}`).join()).not.toContain(in000);
    expect(corpus.utterance(`000/${key}`).renderings).toEqual([`000/${key}`, `004/${key}`]);
  });

  it('is no independent report: 004 is derived from 000, and supports nothing of it', () => {
    const { derivations, relations, statements } = corpus.built.records;
    const slugs = derivations.map(({ articleId, sourceId }) => [corpus.slug(articleId), corpus.slug(sourceId)]);
    expect(slugs).toEqual([['kim-may-side-with-putin', 'north-korea-inches-closer']]);
    const [pair] = derivations;
    const articleOf = new Map(statements.map(({ id, articleId }) => [id, articleId]));
    const between = relations.filter(({ fromId, toId, type }) => {
      const ends = [articleOf.get(fromId), articleOf.get(toId)];
      return type === 'SUPPORTS' && ends.includes(pair?.articleId) && ends.includes(pair?.sourceId);
    });
    expect(between).toEqual([]);
  });
});

describe('One quotation, two speakers: the hardworking builders', () => {
  it('is Izvestia’s in 001, and by way of two papers Matsegora’s in 002', () => {
    expect(corpus.chain('001/korean-builders-help').slice(1)).toEqual(['izvestia']);
    expect(corpus.chain('002/highly-qualified-workers').slice(1)).toEqual([
      'the-moscow-times',
      'izvestia',
      'alexander-matsegora',
    ]);
  });

  it('shows the words of each hop', () => {
    expect(corpus.evidence('002/highly-qualified-workers')).toEqual([
      ['the news site “The Moscow Times”', 'quoted'],
      ['the pro-Kremlin daily Izvestia', null],
      ['Ambassador Alexander Matsegora', 'told'],
    ]);
  });

  it('is one utterance of the deepest source that any article names', () => {
    expect(corpus.utterance('001/korean-builders-help')).toEqual({
      speaker: 'alexander-matsegora',
      renderings: ['001/korean-builders-help', '002/highly-qualified-workers'],
    });
  });

  it('keeps both translations', () => {
    expect(corpus.content('001/korean-builders-help').join()).toContain('Korean builders will be a very serious help');
    expect(corpus.content('002/highly-qualified-workers').join()).toContain(
      'the Korean construction workers will be an asset',
    );
  });
});

describe('A quotation cut in two by its cue', () => {
  it('has two content quotes, in order, and the cue stands between them: Rinna in 000', () => {
    expect(corpus.content('000/string-of-meetings')).toEqual([
      'The string of meetings and expressions of intent to cooperate indicate not only a revival of DPRK-Russia ties in a ' +
        'way not seen since the start of the pandemic,',
      'but also a greater willingness on Russia’s part to entertain North Korea in a way that shows less concern for ' +
        'maintaining an appearance of being a responsible actor.',
    ]);
    const { quotes } = corpus.built.records;
    const { contentIds, chain } = corpus.statement('000/string-of-meetings');
    const at = (id: string | null | undefined) => quotes.find((quote) => quote.id === id)?.start ?? NaN;
    const cue = at(chain.at(-1)?.cueId);
    expect(at(contentIds[0])).toBeLessThan(cue);
    expect(cue).toBeLessThan(at(contentIds[1]));
    expect(corpus.evidence('000/string-of-meetings').at(-1)).toEqual(['NK Pro contributor Anthony Rinna', 'observed']);
  });
});

describe('A heading that quotes a source quoted further down: Radchenko in 002', () => {
  it('is his statement, with the words of the text below as evidence of that', () => {
    expect(corpus.content('002/heading-no-reason')).toEqual(['Russia has no reason to adhere to any restrictions']);
    expect(corpus.chain('002/heading-no-reason').slice(1)).toEqual(['voice-of-america', 'sergey-radchenko']);
    expect(corpus.evidence('002/heading-no-reason').at(-1)).toEqual(['Sergey Radchenko', 'told']);
  });

  it('is one utterance with the quotation, though its words differ', () => {
    expect(corpus.utterance('002/heading-no-reason').renderings).toEqual([
      '002/heading-no-reason',
      '002/radchenko-no-reason',
    ]);
    expect(corpus.content('002/radchenko-no-reason')).toEqual([
      'Now that Russia is itself under sanctions, it obviously has no reason to adhere to any restrictions.',
    ]);
  });
});
