import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand, type RunningCommand } from '../support/command.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';
import { expectStep, readDocument, stepsOf, type Place, type Step } from '../support/documents.ts';
import { createDatabase } from '../support/stores.ts';

const named = (steps: readonly Step[]) => steps.map((step) => [step.name, step] as const);

/** What somebody does who has a server running and follows a document from its first step to its last. */
function describeWalk(name: string, steps: readonly Step[]): void {
  describe(name, () => {
    let place: Place;
    let server: RunningCommand;
    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'verbatim-walk-'));
      const environment = { VERBATIM_DATA: join(folder, 'data') };
      server = startCommand(['serve'], environment);
      const url = /Explorer +(http:\S+)\//.exec(await server.printed('Stop it'))?.[1] ?? '';
      place = { folder, environment, url };
    });
    afterAll(async () => {
      server.process.kill('SIGTERM');
      await server.ended();
      rmSync(place.folder, { recursive: true, force: true });
    });

    it.each(named(steps))('is right: %s', (_, step) => expectStep(step, place));
  });
}

const [start, ...tutorial] = stepsOf(readDocument('docs/tutorial.md'));
const ON_POSTGRES = '## Run on PostgreSQL';
const [onAnyMachine = '', onPostgres = ''] = readDocument('docs/recipes.md').split(ON_POSTGRES);

it('the tutorial begins as the README does', () => {
  expect(start?.act).toEqual({ language: 'sh', content: 'npm ci && npm start\n' });
  expect(readDocument('README.md')).toContain('```sh\nnpm ci && npm start\n```');
});

it('there is much to do', () => {
  expect(tutorial.length).toBeGreaterThan(7);
  expect(stepsOf(onAnyMachine).length).toBeGreaterThan(9);
});

describeWalk('the tutorial', tutorial);
describeWalk('the recipes', stepsOf(onAnyMachine));

describeOnPostgres('the recipe for PostgreSQL', (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-walk-'));
  let database = '';
  beforeAll(async () => {
    database = await createDatabase(server);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(named(stepsOf(onPostgres)))('is right: %s', async (_, { act, ...step }) => {
    expect(act.content).toContain('postgresql://user:password@host:5432/verbatim');
    const content = act.content.replace('postgresql://user:password@host:5432/verbatim', database);
    await expectStep({ ...step, act: { ...act, content } }, { folder, environment: {}, url: '' });
  });
});
