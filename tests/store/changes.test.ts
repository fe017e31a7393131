import { extract } from '../../src/extract/extract.ts';
import { buildStatement } from '../../src/ingest/build-statement.ts';
import { ingestArticles } from '../../src/ingest/ingest-articles.ts';
import { seed } from '../../src/ingest/seed.ts';
import { followChanges } from '../../src/store/follow-changes.ts';
import { changedRevisions, changesOfRevisions, countChanges, type ChangeFilter } from '../../src/store/read/changes.ts';
import { correctStatement } from '../../src/store/review/correct-statement.ts';
import { mergeActors } from '../../src/store/review/merge-actors.ts';
import { reviewStatement, type StatementReview } from '../../src/store/review/review-statement.ts';
import type { Store } from '../../src/store/store.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { withFolder, type SeedFiles } from '../support/seed-folder.ts';
import { ferries, STATEMENTS, TEXT, trains } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';

const EVERYTHING: ChangeFilter = {};
/** "Ferries" as its publisher shortened it: Holm's first words are gone, and the last ones stand elsewhere. */
const SHORTENED = `Ferries stop for a week

The town waits. Ada Berg wrote this from the quay. The harbour closed on Monday.
Holm spoke of “ice 🧊 in the locks”. Ships of every size lie outside.
`;
const RADIO = 'Fog at the pier\n\n“Nobody can see the pier,” Eva Lund told the Pier Radio on Monday.\n';

describe.each(STORES)('changes in the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const sow = (files: SeedFiles) => withFolder(files, (folder) => seed(store, folder));
  const newest = async () => (await store.prisma.revision.findFirst({ orderBy: { number: 'desc' } }))?.number ?? 0;
  const find = (text: string) => store.prisma.statement.findFirstOrThrow({ where: { text }, orderBy: { revision: 'desc' } });
  async function review(text: string, action: StatementReview['action'], reason: string | null = null): Promise<number> {
    const { id, reviewedIn } = await find(text);
    return reviewStatement(store, COMMAND_LINE, { statementId: id, ifRevision: reviewedIn, action, reason });
  }
  /** The changes of a revision: "KIND words: reason". */
  async function told(revision: number, filter = EVERYTHING, page = { first: 100, skip: 0 }): Promise<string[]> {
    const rows = await changesOfRevisions(store.sql, [String(revision)], filter, page);
    const texts = new Map((await store.prisma.statement.findMany()).map(({ id, text }) => [id, text]));
    expect(rows.map(({ ownerId }) => ownerId)).toEqual(rows.map(() => String(revision)));
    return rows.map(
      ({ kind, statementId, reason, replacementId }) =>
        `${kind} ${texts.get(statementId) ?? '?'}${reason === null ? '' : `: ${reason}`}${replacementId === null ? '' : ` → ${texts.get(replacementId) ?? '?'}`}`,
    );
  }
  const changed = (after: number, upTo: number, filter = EVERYTHING, most = 100) =>
    changedRevisions(store.sql, { after, upTo }, filter, most);

  it('tell what each write did to which statement, and why', async () => {
    await sow({ ...ferries(), ...trains, 'annotations/events.yaml': ferries()['annotations/events.yaml'] });
    expect(await told(1)).toEqual([
      'ADDED The harbour closed on Monday.',
      'ADDED The harbour had no choice.',
      'ADDED There is ice in the locks.',
      'ADDED The town waits.',
      'ADDED Snow fell in the night.',
    ]);

    const extraction = extract(RADIO, { published: '2022-07-06' });
    const incoming = {
      key: 'radio',
      place: 'radio.txt',
      text: RADIO,
      format: 'text',
      slug: 'fog',
      title: null,
      language: null,
      url: null,
      published: null,
      authors: [],
      publisher: null,
    };
    await ingestArticles(store, COMMAND_LINE, [{ incoming, extraction } as never]);
    expect((await told(2)).every((change) => change.startsWith('PROPOSED '))).toBe(true);
    const [proposed = ''] = (await told(2)).map((change) => change.replace('PROPOSED ', ''));

    expect(await told(await review(proposed, 'ACCEPT'))).toEqual([`ACCEPTED ${proposed}`]);
    expect(await told(await review(proposed, 'RETRACT', 'He was misheard.'))).toEqual([
      `RETRACTED ${proposed}: He was misheard.`,
    ]);
    expect(await told(await review(proposed, 'RESTORE'))).toEqual([`RESTORED ${proposed}`]);
    expect(await told(await review(proposed, 'REJECT', 'No.'))).toEqual([`REJECTED ${proposed}: No.`]);
    // What became of it later does not change what was told of its recording.
    expect(await told(2)).toContain(`PROPOSED ${proposed}`);
    expect(await changed(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
