import { startPostgres, type PostgresCluster } from '../postgres-cluster.ts';
import { POSTGRES } from '../programs.mjs';

/** That nothing is lost is to be seen where everything is written for good; by default tests do without. */
const DURABLE = ['fsync=on'];

/**
 * A suite that has a PostgreSQL server to itself, to do with it what others could not bear. Left out where there is none.
 *
 * @param own settings of the server: "max_connections=20"
 */
export function describeWithPostgres(
  name: string,
  own: readonly string[],
  suite: (cluster: () => PostgresCluster) => void,
): void {
  const programs = POSTGRES.find();
  (programs === null ? describe.skip : describe)(name, () => {
    let cluster: PostgresCluster;
    beforeAll(async () => {
      cluster = await startPostgres(programs ?? '', [...DURABLE, ...own]);
    });
    afterAll(() => cluster.stop());
    suite(() => cluster);
  });
}
