import { migrate } from '../../src/store/migrate.ts';
import { judge, RAW_DATABASES, type RawDatabase } from './raw-databases.ts';
import { recordSmallCorpus } from './small-corpus.ts';

/** SQL that the database should accept. */
export type AcceptedCase = [behaviour: string, script: string];
/** SQL that the database should refuse, and how. */
export type RefusedCase = [behaviour: string, script: string, refusal: object];

/** Begins the revision after that of the small corpus. */
export const NEW_REVISION = "INSERT INTO revision (number, summary) VALUES (2, 'case');";

/** SQLSTATE of a reference to what is not there. */
export const FOREIGN = '23503';

/** A refusal by a constraint, at once. */
export const violates = (constraint: string, code = '23514'): object => ({ at: 'statement', code, constraint });

/** A refusal in these words. */
export const says = (at: 'statement' | 'commit', pattern: RegExp, code = '23514'): object => ({
  at,
  code,
  message: expect.stringMatching(pattern) as string,
});

/** Tries each case upon the small corpus, in a transaction of its own and in a new revision, in every kind of database. */
export function describeVerdicts(
  subject: string,
  accepted: readonly AcceptedCase[],
  refused: readonly RefusedCase[],
): void {
  describe.each(RAW_DATABASES)(`${subject} in the $kind database`, ({ open }) => {
    let database: RawDatabase;
    beforeAll(async () => {
      database = await open();
      await migrate(database);
      await recordSmallCorpus(database);
    });
    afterAll(() => database.close());

    it.each(accepted)('accepts %s', async (_, script) => {
      expect(await judge(database, NEW_REVISION + script)).toEqual({ verdict: 'accepted' });
    });

    it.each(refused)('refuses %s', async (_, script, refusal) => {
      expect(await judge(database, NEW_REVISION + script)).toMatchObject({ verdict: 'refused', ...refusal });
    });
  });
}
