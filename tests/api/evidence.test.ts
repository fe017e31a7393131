import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus();
});
afterAll(() => corpus.stop());

interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly anchor: { readonly state: string; readonly quote: { readonly exact: string } };
  readonly version: { readonly text: string; readonly length: number };
}

describe('what is served', () => {
  it('is, for every quote of every statement, what stands in the text', async () => {
    const fields =
      '{ exact prefix suffix start end startUtf16 endUtf16 anchor { state quote { exact } } version { text length } }';
    let after: string | null = null;
    let seen = 0;
    do {
      const { data } = await corpus.ask(
        `query ($after: String) { statements(first: 100, after: $after) { pageInfo { endCursor hasNextPage } nodes {
          content: quotes ${fields} all: quotes(roles: [CONTENT, CUE, SOURCE, DATE, EVENT]) ${fields} } } }`,
        { after },
      );
      const { nodes, pageInfo } = (
        data as {
          statements: {
            nodes: { content: Quote[]; all: Quote[] }[];
            pageInfo: { endCursor: string; hasNextPage: boolean };
          };
        }
      ).statements;
      for (const { content, all } of nodes) {
        expect(content.length).toBeGreaterThan(0);
        expect(all.slice(0, content.length)).toEqual(content);
        for (const quote of all) expectVerbatim(quote);
        seen += all.length;
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toBeGreaterThan(400);
  });

  it('starts every chain with the article’s voice and ends it with the speaker', async () => {
    const { data } = await corpus.ask(
      '{ statements(first: 100) { nodes { mode speaker { id } attribution { position role actor { id } cue { exact } source { exact } } } } }',
    );
    const { nodes } = (
      data as {
        statements: {
          nodes: {
            mode: string;
            speaker: { id: string };
            attribution: { position: number; role: string; actor: { id: string }; cue: unknown; source: unknown }[];
          }[];
        };
      }
    ).statements;
    for (const { mode, speaker, attribution } of nodes) {
      expect(attribution.map(({ position }) => position)).toEqual(attribution.map((_, index) => index));
      expect(['WRITER', 'PUBLISHER']).toContain(attribution[0]?.role);
      expect(attribution.at(-1)?.actor).toEqual(speaker);
      expect(attribution.length === 1).toBe(mode === 'NARRATION');
      for (const { cue, source } of attribution.slice(1)) expect(cue ?? source).not.toBeNull();
    }
  });

  it('says of each article that nothing was left out', async () => {
    const { data } = await corpus.ask(
      '{ articles { nodes { slug furniture { kind quote { exact } } coverage { sentences evidencedSentences quotations evidencedQuotations } } } }',
    );
    const { nodes } = (data as { articles: { nodes: { coverage: Record<string, number> }[] } }).articles;
    expect(nodes).toHaveLength(5);
    for (const { coverage } of nodes) {
      expect(coverage['evidencedSentences']).toBe(coverage['sentences']);
      expect(coverage['evidencedQuotations']).toBe(coverage['quotations']);
    }
  });

  it('reads a contradiction on both statements and a supersession on both sides of it', async () => {
    const nodes: RelatedStatement[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await corpus.ask(
        `query ($after: String) { statements(first: 100, after: $after) { pageInfo { endCursor hasNextPage } nodes {
          id relations { type statement { id } } incomingRelations { type statement { id } } } } }`,
        { after },
      );
      const page = (
        data as { statements: { nodes: RelatedStatement[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }
      ).statements;
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const types = new Set<string>();
    for (const { id, relations } of nodes) {
      for (const { type, statement } of relations) {
        const other = byId.get(statement.id);
        types.add(type);
        const back = type === 'CONTRADICTS' ? other?.relations : other?.incomingRelations;
        expect(back).toContainEqual({ type, statement: { id } });
      }
    }
    expect([...types].sort()).toEqual(['CONTRADICTS', 'SUPERSEDES', 'SUPPORTS']);
  });

  it.each([
    ['one outlet behind two articles', '"ready to work"', 1],
    ['two agencies behind a greeting', '"all sorts of challenges"', 2],
    ['an article and the one made from it', '"completely created by Russia"', 1],
  ])('counts independent sources: %s', async (_, search, expected) => {
    const { data } = await corpus.ask(
      'query ($search: String!) { statements(first: 1, filter: { search: $search }) { nodes { independentSources } } }',
      { search },
    );
    expect(data).toEqual({ statements: { nodes: [{ independentSources: expected }] } });
  });
});

interface RelatedStatement {
  readonly id: string;
  readonly relations: readonly Related[];
  readonly incomingRelations: readonly Related[];
}

interface Related {
  readonly type: string;
  readonly statement: { readonly id: string };
}

function expectVerbatim(quote: Quote): void {
  const { text, length } = quote.version;
  const characters = [...text];
  expect(characters).toHaveLength(length);
  expect(characters.slice(quote.start, quote.end).join('')).toBe(quote.exact);
  expect(text.slice(quote.startUtf16, quote.endUtf16)).toBe(quote.exact);
  expect(characters.slice(Math.max(0, quote.start - 32), quote.start).join('')).toBe(quote.prefix);
  expect(characters.slice(quote.end, quote.end + 32).join('')).toBe(quote.suffix);
  expect(quote.anchor).toEqual({ state: 'ANCHORED', quote: { exact: quote.exact } });
}
