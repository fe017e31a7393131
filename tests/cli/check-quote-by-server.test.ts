import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startCommand, type Outcome } from '../support/command.ts';

describe('check-quote beside a server', () => {
  const store = { VERBATIM_DATA: mkdtempSync(join(tmpdir(), 'verbatim-check-')) };
  beforeAll(async () => {
    expect((await runCommand(['seed'], store)).code).toBe(0);
  });
  afterAll(() => {
    rmSync(store.VERBATIM_DATA, { recursive: true, force: true });
  });

  it('says the same by the server to which the store belongs', async () => {
    const asked: readonly (readonly [readonly string[], string?])[] = [
      [['was established by Russia']],
      [["The letter's focus was to strengthen", '--json']],
      [['we should allow it', '--speaker', 'vladimir-putin']],
      [['“…”']],
      [['--json'], 'He said “such negotiations are ongoing” and\n“the cat sat on the mat”.\n'],
    ];
    const ask = async (): Promise<Outcome[]> => {
      const outcomes: Outcome[] = [];
      for (const [args, document = ''] of asked)
        outcomes.push(await runCommand(['check-quote', ...args], store, document));
      return outcomes;
    };
    const alone = await ask();
    const server = startCommand(['serve'], store);
    try {
      await server.printed('http://');
      expect(await ask()).toEqual(alone);
    } finally {
      server.process.kill('SIGTERM');
      await server.ended();
    }
  });
});
