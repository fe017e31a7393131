const server = process.env['TEST_POSTGRES_URL'];

/**
 * A suite that only a PostgreSQL server can have, with the URL of the one of the tests, to which the name of a database is added.
 * Where there is none it is left out, and the run says so.
 */
export function describeOnPostgres(name: string, suite: (server: string) => void): void {
  if (server !== undefined) {
    describe(name, () => {
      suite(server);
    });
    return;
  }
  describe.skip(name, () => {
    suite('');
  });
}
