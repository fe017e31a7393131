import { ingestArticles, type ExtractedArticle, type IngestedArticle } from '../../src/ingest/ingest-articles.ts';
import type { DeclaredInput } from '../../src/ingest/sources/incoming-article.ts';
import { seed } from '../../src/ingest/seed.ts';
import { namesakesOfActors } from '../../src/store/read/history.ts';
import { COMMAND_LINE, lastNumbers } from '../../src/store/write-transaction.ts';
import { reviewStatement } from '../../src/store/review/review-statement.ts';
import { unmergeActor } from '../../src/store/review/merge-actors.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { extracted } from '../support/incoming.ts';
import { withFolder } from '../support/seed-folder.ts';
import { ferries, TEXT as FERRIES } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';
import { contentOf } from '../support/table-contents.ts';

/** One article about a place of its own. */
const floods = (place: string, speaker = `Ada ${place}`): string => `Floods reach ${place}

“The dam of ${place} will hold for another year,” ${speaker} told the ${place} Times on Monday.

“Boats of ${place} are ready at the quay,” Nils ${place} said. ${speaker} said that the roads to ${place} were shut.
`;

describe.each(STORES)('Articles that are brought into the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    const broken: unknown[] = [];
    const holds = await verifyStore(store.sql, (result) => {
      if (result.broken > 0) broken.push(result);
    });
    await store.close();
    expect([holds, broken]).toEqual([true, []]);
  });

  const ingest = (...articles: readonly ExtractedArticle[]) => ingestArticles(store, COMMAND_LINE, articles);
  const bring = async (file: string, text: string, declared: DeclaredInput = {}): Promise<IngestedArticle> => {
    const [article] = (await ingest(extracted(file, text, declared))).articles;
    if (!article) throw new Error('nothing became of it');
    return article;
  };
  const revision = async () => (await lastNumbers(store.prisma)).revision;
  const statementsOf = (slug: string) =>
    store.prisma.statement.findMany({
      where: { article: { slug } },
      orderBy: [{ revision: 'asc' }, { position: 'asc' }],
    });

  it('are proposals, of which each word stands in the text', async () => {
    const text = floods('Alm');
    const article = await bring('alm.txt', text);
    expect(article).toMatchObject({
      place: 'alm.txt',
      slug: 'floods-reach-alm',
      version: 1,
      outcome: 'NEW',
      moved: 0,
      orphaned: 0,
    });
    const statements = await statementsOf(article.slug);
    expect(statements.map(({ text: words, review, origin }) => [words, review, origin])).toEqual([
      ['The dam of Alm will hold for another year,', 'PROPOSED', 'EXTRACTED'],
      ['Boats of Alm are ready at the quay,', 'PROPOSED', 'EXTRACTED'],
      ['the roads to Alm were shut', 'PROPOSED', 'EXTRACTED'],
    ]);
    expect(article.proposed).toBe(3);
    for (const { exact, startUtf16, endUtf16 } of await store.prisma.quote.findMany({
      where: { articleId: article.articleId },
    })) {
      expect(text.slice(startUtf16, endUtf16)).toBe(exact);
    }
  });

  it('again are nothing new', async () => {
    await bring('bru.txt', floods('Bru'));
    const before = await contentOf(store);
    expect(await bring('bru.txt', floods('Bru'))).toMatchObject({ outcome: 'UNCHANGED', version: 1, proposed: 0 });
    expect(await contentOf(store)).toEqual(before);
  });

  it('with another text are new versions of the same articles', async () => {
    const text = floods('Cor');
    const { slug } = await bring('cor.txt', text);
    const [dam, boats, roads] = await statementsOf(slug);
    const newer = text
      .replace('“Boats of', 'Rain fell all night.\n\n“Boats of')
      .replace('will hold for another', 'held for one more');
    expect(await bring('cor.txt', newer)).toMatchObject({ slug, outcome: 'NEW_VERSION', version: 2, proposed: 1 });
    const after = await statementsOf(slug);
    expect(after.map(({ text: words, review, evidence }) => [words, review, evidence])).toEqual([
      [dam?.text, 'PROPOSED', 'ORPHANED'],
      [boats?.text, 'PROPOSED', expect.stringMatching(/ANCHORED|MOVED/)],
      [roads?.text, 'PROPOSED', 'ANCHORED'],
      ['The dam of Cor held for one more year,', 'PROPOSED', 'ANCHORED'],
    ]);
    const anchors = await store.prisma.quoteAnchor.findMany({
      where: { version: { article: { slug } } },
      include: { quote: true, target: true },
    });
    for (const { state, quote, target } of anchors) {
      expect([state === 'ORPHANED', target?.exact ?? quote.exact]).toEqual([target === null, quote.exact]);
      if (target) expect(newer.slice(target.startUtf16, target.endUtf16)).toBe(quote.exact);
    }
  });

  it('tell how many quotes of the version before moved, and how many are gone', async () => {
    const { slug } = await bring('dom.txt', floods('Dom'));
    const [title, dam, rest] = floods('Dom').split('\n\n');
    const outcome = await bring('dom.txt', [title, rest?.trim(), `${dam ?? ''}\n`].join('\n\n'));
    const anchors = await store.prisma.quoteAnchor.findMany({ where: { version: { article: { slug } } } });
    const count = (state: string) => anchors.filter((anchor) => anchor.state === state).length;
    expect([outcome.moved, outcome.orphaned]).toEqual([count('MOVED'), count('ORPHANED')]);
    expect(outcome.moved).toBeGreaterThan(0);
  });

  it('are not proposed again in any later version, whatever people made of the proposals', async () => {
    const { slug } = await bring('eid.txt', floods('Eid'));
    const [first] = await statementsOf(slug);
    if (!first) throw new Error('nothing was proposed');
    await reviewStatement(store, COMMAND_LINE, {
      statementId: first.id,
      ifRevision: first.reviewedIn,
      action: 'REJECT',
      reason: null,
    });
    for (const end of ['One.', 'One. Two.', 'One. Two. Three.']) {
      expect(await bring('eid.txt', `${floods('Eid')}${end}\n`)).toMatchObject({ outcome: 'NEW_VERSION', proposed: 0 });
    }
    expect((await statementsOf(slug)).map(({ review, evidence }) => [review, evidence])).toEqual([
      ['REJECTED', 'ANCHORED'],
      ['PROPOSED', 'ANCHORED'],
      // Near the end, where the text went on otherwise.
      ['PROPOSED', 'MOVED'],
    ]);
  });

  it('go back to an earlier text as another version', async () => {
    const texts = [floods('Fen'), `${floods('Fen')}More.\n`, floods('Fen')];
    const outcomes = [];
    for (const text of texts) outcomes.push(await bring('fen.txt', text));
    expect(outcomes.map(({ version, outcome }) => [version, outcome])).toEqual([
      [1, 'NEW'],
      [2, 'NEW_VERSION'],
      [3, 'NEW_VERSION'],
    ]);
  });

  describe('with the text of another one', () => {
    it('are nothing new from another file', async () => {
      const { slug } = await bring('gol.txt', floods('Gol'));
      const before = await revision();
      expect(await bring('copy-of-gol.txt', floods('Gol'))).toMatchObject({ slug, outcome: 'UNCHANGED' });
      expect(await revision()).toBe(before);
    });

    it('are articles of their own under URLs of their own', async () => {
      const brought = await ingest(
        extracted('hov1', floods('Hov'), { url: 'https://one.example/hov' }),
        extracted('hov2', floods('Hov'), { url: 'https://two.example/hov' }),
      );
      expect(brought.articles.map(({ outcome }) => outcome)).toEqual(['NEW', 'NEW']);
      const [one, two] = brought.articles;
      expect(one?.slug).toBe('floods-reach-hov');
      expect(two?.slug).toMatch(/^floods-reach-hov-[0-9a-f]{8}$/);
    });

    it('are the same at another place of one page', async () => {
      const { slug } = await bring('ild1', floods('Ild'), { url: 'https://one.example/ild' });
      expect(await bring('ild2', floods('Ild'), { url: 'https://one.example/ild#end' })).toMatchObject({
        slug,
        outcome: 'UNCHANGED',
      });
    });

    it('are not taken for an article whose text was that earlier', async () => {
      const { slug } = await bring('jar.txt', floods('Jar'));
      await bring('jar.txt', `${floods('Jar')}More.\n`);
      const other = await bring('other-jar.txt', floods('Jar'));
      expect(other.outcome).toBe('NEW');
      expect(other.slug).not.toBe(slug);
    });
  });

  describe('with a slug that is declared', () => {
    it('are refused where it belongs to an article from elsewhere, with all that came in the same write', async () => {
      await bring('kil', floods('Kil'), { slug: 'kil', url: 'https://one.example/kil' });
      const before = await contentOf(store);
      const refused = ingest(
        extracted('lom.txt', floods('Lom')),
        extracted('kil2', floods('Kil'), { slug: 'kil', url: 'https://two.example/kil' }),
      );
      await expect(refused).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('kil2: kil is the slug') as string,
      });
      expect(await contentOf(store)).toEqual(before);
      expect(await bring('lom.txt', floods('Lom'))).toMatchObject({ outcome: 'NEW' });
    });

    it('are refused where another one of the same write has it', async () => {
      const refused = ingest(
        extracted('mol1', floods('Mol'), { slug: 'mol', url: 'https://one.example/mol' }),
        extracted('mol2', floods('Mol'), { slug: 'mol', url: 'https://two.example/mol' }),
      );
      await expect(refused).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  });

  it('as a new version of a curated one leave all that people wrote down', async () => {
    await withFolder(ferries(), (folder) => seed(store, folder));
    const ofArticle = { article: { slug: 'ferries' } };
    const ofQuote = {
      quote: { articleId: (await store.prisma.article.findUniqueOrThrow({ where: { slug: 'ferries' } })).id },
    };
    const standing = async () => ({
      statements: (
        await store.prisma.statement.findMany({ where: { ...ofArticle, origin: 'CURATED' }, orderBy: { id: 'asc' } })
      ).map(({ evidence: _, ...row }) => row),
      credits: await store.prisma.credit.findMany({ where: ofArticle }),
      mentions: (await store.prisma.actorMention.findMany({ where: ofQuote })).filter(
        ({ recordedIn }) => recordedIn === 1,
      ),
      events: await store.prisma.eventMention.findMany({ where: ofQuote }),
    });
    const before = await standing();
    const newer = FERRIES.replace('The town waits.', '“Nobody sails before Friday,” Nils Holm said.');
    const brought = await bring('ferries.txt', newer, { slug: 'ferries' });
    expect(brought).toMatchObject({ slug: 'ferries', version: 2, outcome: 'NEW_VERSION' });
    const after = await standing();
    expect(after).toEqual(before);
    expect(after.statements.every(({ review }) => review === 'ACCEPTED')).toBe(true);
    const flagged = await store.prisma.statement.findMany({ where: { ...ofArticle, evidence: 'ORPHANED' } });
    expect(flagged.map(({ text }) => text)).toEqual(['The town waits.']);
    // Whoever the seeds name is found again, not another one of the same name.
    const proposed = await store.prisma.statement.findFirstOrThrow({
      where: { ...ofArticle, origin: 'EXTRACTED', text: { contains: 'before Friday' } },
      include: { speaker: true, attribution: { include: { actor: true }, orderBy: { position: 'asc' } } },
    });
    expect([proposed.speaker.slug, proposed.attribution[0]?.actor.slug]).toEqual(['nils-holm', 'ada-berg']);
    expect(await bring('ferries.txt', newer, { slug: 'ferries' })).toMatchObject({ outcome: 'UNCHANGED' });
  });

  describe('that name somebody who is known', () => {
    const speakersOf = async (slug: string) => {
      const statements = await store.prisma.statement.findMany({
        where: { article: { slug } },
        include: { speaker: true },
        orderBy: { position: 'asc' },
      });
      return statements.map(({ speaker }) => speaker.slug);
    };

    it('have them stand under that one, which a person may undo', async () => {
      const one = await bring('nes.txt', floods('Nes', 'Eva Lundgren'));
      const two = await bring('oye.txt', floods('Oye', 'Eva Lundgren'));
      expect((await speakersOf(one.slug))[0]).toBe('eva-lundgren');
      expect((await speakersOf(two.slug))[0]).toBe('eva-lundgren');
      const merged = await store.prisma.actor.findUniqueOrThrow({
        where: { slug: `eva-lundgren-in-${two.slug}` },
        include: { mergedInto: true },
      });
      expect(merged.mergedInto?.slug).toBe('eva-lundgren');
      expect(await store.prisma.actorMerge.findMany({ where: { actorId: merged.id } })).toMatchObject([
        {
          intoId: merged.mergedIntoId,
          origin: 'EXTRACTED',
          reason: expect.stringContaining('Eva Lundgren') as string,
          undoneIn: null,
        },
      ]);

      await unmergeActor(store, COMMAND_LINE, { actorId: merged.id, reason: 'They are two.' });
      expect((await speakersOf(two.slug))[0]).toBe(merged.slug);
      const [other] = await namesakesOfActors(store.sql, [merged.id]);
      expect(other).toMatchObject({ slug: 'eva-lundgren' });

      // A new version does not do again what a person has undone, and who is one of two is nobody for certain.
      await bring('oye.txt', `${floods('Oye', 'Eva Lundgren')}“Snow came to Oye,” Eva Lundgren said.\n`);
      expect(new Set(await speakersOf(two.slug))).not.toContain('eva-lundgren');
      const three = await bring('ra.txt', floods('Raa', 'Eva Lundgren'));
      expect((await speakersOf(three.slug))[0]).toBe(`eva-lundgren-in-${three.slug}`);
    });

    it('have them do so within one write too', async () => {
      const { articles } = await ingest(
        extracted('sel.txt', floods('Sel', 'Tor Aasen')),
        extracted('tau.txt', floods('Tau', 'TOR AASEN')),
      );
      for (const { slug } of articles) expect((await speakersOf(slug))[0]).toBe('tor-aasen');
    });
  });
});
