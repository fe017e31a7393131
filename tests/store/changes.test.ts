import { followChanges } from '../../src/store/follow-changes.ts';
import { changedRevisions, changesOfRevisions, countChanges, type ChangeFilter } from '../../src/store/read/changes.ts';
import { mergeActors } from '../../src/store/review/merge-actors.ts';
import { recordReview } from '../../src/store/review/record-review.ts';
import { beginRevision, COMMAND_LINE, inWriteTransaction } from '../../src/store/write-transaction.ts';
import type { Store } from '../../src/store/store.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { article } from '../support/seed-folder.ts';
import { ferries, trains } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';

const RADIO = 'Fog at the pier\n\n“Nobody can see the pier,” Eva Lund told the Pier Radio on Monday.\n';
const MOVED =
  'Fog at the pier\n\nIt was Monday. “Nobody can see the pier,” Eva Lund said.\n\n“It will stay all week,” Ida Marsh said.\n';
const GONE = 'Fog at the pier\n\nEva Lund told the Pier Radio on Monday what she saw.\n';

describe.each(STORES)('changes in the $kind store', ({ open }) => {
  let store: Store;
  let corpus: ChangingCorpus;
  beforeAll(async () => {
    store = await open();
    corpus = new ChangingCorpus(store);
    await corpus.sow({ ...trains, ...ferries() });
  });
  afterAll(() => store.close());

  /** The changes of a revision: "KIND words: reason → replacement". */
  async function told(
    revision: number,
    filter: ChangeFilter = {},
    page = { first: 100, skip: 0 },
    sql = store.sql,
  ): Promise<string[]> {
    const rows = await changesOfRevisions(sql, [String(revision)], filter, page);
    const texts = new Map((await store.prisma.statement.findMany()).map(({ id, text }) => [id, text]));
    const textOf = (id: string) => texts.get(id) ?? '?';
    expect(rows.map(({ ownerId }) => ownerId)).toEqual(rows.map(() => String(revision)));
    return rows.map(
      ({ kind, statementId, reason, replacementId }) =>
        `${kind} ${textOf(statementId)}${reason === null ? '' : `: ${reason}`}${replacementId === null ? '' : ` → ${textOf(replacementId)}`}`,
    );
  }
  const changed = (after: number, filter: ChangeFilter = {}, upTo = 1_000, most = 100) =>
    changedRevisions(store.sql, { after, upTo }, filter, most);

  const SOWN = [
    'ADDED The harbour closed on Monday.',
    'ADDED The harbour had no choice.',
    'ADDED There is ice in the locks.',
    'ADDED The town waits.',
    'ADDED Snow fell in the night.',
  ];

  it('tell what reviews do, and why', async () => {
    const waits = 'The town waits.';
    expect(await told(1)).toEqual(SOWN);
    expect(await told(await corpus.review(waits, 'RETRACT', 'It left.'))).toEqual([`RETRACTED ${waits}: It left.`]);
    expect(await told(await corpus.review(waits, 'RESTORE'))).toEqual([`RESTORED ${waits}`]);
    expect(await told(await corpus.review(waits, 'REJECT', 'No.'))).toEqual([`REJECTED ${waits}: No.`]);
    expect(await told(await corpus.review(waits, 'RESTORE'))).toEqual([`RESTORED ${waits}`]);
    expect(await told(await corpus.review(waits, 'ACCEPT'))).toEqual([`ACCEPTED ${waits}`]);
    const still = { text: 'The town still waits.', content: [{ exact: 'The town waits.', prefix: '', suffix: '' }] };
    expect(await told(await corpus.correct(waits, still, 'It still does.'))).toEqual([
      `ADDED ${still.text}`,
      `CORRECTED ${waits}: It still does. → ${still.text}`,
    ]);
    // What became of them later does not change what is told of their recording, now or then.
    expect(await told(1)).toEqual(SOWN);
    expect(await told(1, {}, undefined, store.sql.asOf(3))).toEqual(SOWN);
    expect(await changed(0)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('tell what seeds say no longer, and say again', async () => {
    const silent = article('trains', String(trains['corpus/trains.txt']));
    expect(await told(await corpus.sow(silent))).toEqual([
      'RETRACTED Snow fell in the night.: The seeds say it no longer.',
    ]);
    expect(await told(await corpus.sow(trains))).toEqual(['RESTORED Snow fell in the night.: The seeds say it again.']);
  });

  it('tell what is proposed, and what new versions do to the words that statements rest on', async () => {
    expect(await told(await corpus.bringIn('fog', RADIO))).toEqual(['PROPOSED Nobody can see the pier,']);
    const [moved, gone] = [await corpus.bringIn('fog', MOVED), await corpus.bringIn('fog', GONE)];
    const now = async (sql = store.sql) => [
      await told(moved, {}, undefined, sql),
      await told(gone, {}, undefined, sql),
    ];
    const expected = [
      ['PROPOSED It will stay all week,', 'EVIDENCE_MOVED Nobody can see the pier,'],
      [
        'PROPOSED what she saw',
        'EVIDENCE_ORPHANED Nobody can see the pier,',
        'EVIDENCE_ORPHANED It will stay all week,',
      ],
    ];
    expect(await now()).toEqual(expected);
    // Whether it stood when the version came is what counts.
    await corpus.review('Nobody can see the pier,', 'REJECT');
    expect(await now()).toEqual(expected);
    expect(await now(store.sql.asOf(gone))).toEqual(expected);
    const later = await corpus.bringIn('fog', `${GONE}\nThat is all.\n`);
    expect((await told(later)).filter((change) => change.startsWith('EVIDENCE_ORPHANED'))).toEqual([]);
  });

  it('do not tell of evidence that statements rested on which stand no longer', async () => {
    await corpus.bringIn('mist', RADIO);
    await corpus.review('Nobody can see the pier,', 'REJECT');
    expect(await told(await corpus.bringIn('mist', GONE))).toEqual(['PROPOSED what she saw']);
  });

  it('are found by article, actor and event', async () => {
    const snow = await corpus.review('Snow fell in the night.', 'RETRACT', 'It was rain.');
    const ice = await corpus.review('There is ice in the locks.', 'RETRACT', 'It melted.');
    const closed = await corpus.review('The harbour closed on Monday.', 'RETRACT', 'On Sunday.');
    const { articleId } = await corpus.find('Snow fell in the night.');
    const since = snow - 1;
    expect(await changed(since, { article: { slug: 'trains' } })).toEqual([snow]);
    expect(await changed(since, { article: { id: articleId } })).toEqual([snow]);
    expect(await told(1, { article: { slug: 'trains' } })).toEqual(['ADDED Snow fell in the night.']);
    expect(await changed(0, { actor: { slug: 'nils-holm' } })).toEqual([1, ice]);
    expect(await told(1, { actor: { slug: 'nils-holm' } })).toEqual(SOWN.slice(1, 3));
    expect(await changed(0, { event: { slug: 'closing' } })).toEqual([1, closed]);
    expect(await changed(0, { event: { slug: 'closing' }, article: { slug: 'trains' } })).toEqual([]);
    expect(await changed(0, { actor: { slug: 'nobody-of-this-name' } })).toEqual([]);
    const [count] = await countChanges(store.sql, ['1'], { actor: { slug: 'nils-holm' } });
    expect(count).toEqual({ ownerId: '1', count: 2 });
  });

  it('are found by whom an actor stands under', async () => {
    const holm = await store.prisma.actor.findUniqueOrThrow({ where: { slug: 'nils-holm' } });
    const berg = await store.prisma.actor.findUniqueOrThrow({ where: { slug: 'ada-berg' } });
    const merged = await mergeActors(store, COMMAND_LINE, { actorId: holm.id, intoId: berg.id, reason: 'one' });
    expect(await told(1, { actor: { slug: 'ada-berg' } })).toEqual(SOWN.slice(0, 4));
    expect(await told(1, { actor: { id: holm.id } })).toEqual(SOWN.slice(0, 4));
    // To merge actors changes no statement.
    expect(await changed(merged - 1)).toEqual([]);
  });

  it('are found in order and in parts', async () => {
    const start = await emptyRevision();
    await emptyRevision();
    const restored = await corpus.review('Snow fell in the night.', 'RESTORE');
    const rejected = await corpus.review('Snow fell in the night.', 'REJECT');
    expect(await changed(start)).toEqual([restored, rejected]);
    expect(await changed(start, {}, 1_000, 1)).toEqual([restored]);
    expect(await changed(start, {}, restored)).toEqual([restored]);
    expect(await changed(rejected)).toEqual([]);
    expect(await changed(start, {}, 1_000, 0)).toEqual([]);
    expect(await told(1, {}, { first: 2, skip: 3 })).toEqual(SOWN.slice(3));
    expect(await told(1, {}, { first: 0, skip: 0 })).toEqual([]);
    const counts = await countChanges(store.sql, [rejected, start, 1].map(String), {});
    expect(new Map(counts.map(({ ownerId, count }) => [Number(ownerId), count]))).toEqual(
      new Map([
        [1, 5],
        [start, 0],
        [rejected, 1],
      ]),
    );
  });

  it('are followed through a long history and on from there, each once', async () => {
    const start = await emptyRevision();
    await flipOften(140);
    const followed = followChanges(store, start, {});
    const seen: unknown[] = [];
    for (let n = 0; n < 140; n++) seen.push((await followed.next()).value);
    expect(seen).toEqual(Array.from({ length: 140 }, (_, index) => start + 1 + index));
    const next = followed.next();
    await emptyRevision();
    const restored = await corpus.review('Snow fell in the night.', 'RESTORE');
    expect(await next).toEqual({ done: false, value: restored });
    await followed.return();
  });

  it('are followed by nobody who has ended it, waiting or not', async () => {
    const newest = await emptyRevision();
    const [unused, waiting, used] = [newest, newest, 0].map((after) => followChanges(store, after, {}));
    if (!unused || !waiting || !used) throw new Error('three were made');
    await unused.return();
    expect(await unused.next()).toEqual({ done: true, value: undefined });
    const next = waiting.next();
    await waiting.return();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await used.next()).toEqual({ done: false, value: 1 });
    await used.return();
    expect(await used.next()).toEqual({ done: true, value: undefined });
  });

  /** Revisions that restore and reject a rejected statement by turns, without what else is done at a review. */
  async function flipOften(times: number): Promise<void> {
    const { id } = await corpus.find('Snow fell in the night.');
    await inWriteTransaction(store, async (tx) => {
      for (let n = 0; n < times; n++) {
        const revision = await beginRevision(tx, { summary: 'flip', author: COMMAND_LINE });
        const entry = { statementId: id, revision, reason: null, replacementId: null };
        await recordReview(
          tx,
          n % 2 === 0
            ? { ...entry, action: 'RESTORE', stateBefore: 'REJECTED', stateAfter: 'PROPOSED' }
            : { ...entry, action: 'REJECT', stateBefore: 'PROPOSED', stateAfter: 'REJECTED' },
        );
      }
    });
  }
  const emptyRevision = () =>
    inWriteTransaction(store, (tx) => beginRevision(tx, { summary: 'nothing', author: COMMAND_LINE }));
});
