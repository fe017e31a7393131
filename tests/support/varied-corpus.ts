import { STATEMENTS, TEXT } from './small-seeds.ts';
import { mergeActors, unmergeActor } from '../../src/store/review/merge-actors.ts';
import { relateStatements, withdrawRelation } from '../../src/store/review/relate-statements.ts';
import type { Store } from '../../src/store/store.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { ChangingCorpus } from './changing-corpus.ts';
import { article, type SeedFiles } from './seed-folder.ts';

const STORY = [
  'The old lighthouse on the northern cape lost its lamp in the storm of Tuesday night.',
  'Keeper Ole Brandt climbed the iron stairs with a lantern and stayed until the morning came.',
  'Seven fishing boats found their way home because of his small and steady light.',
].join(' ');

/** Three articles, of which one retells another, with everything that an annotation can say. */
const SEEDS: SeedFiles = {
  ...article('ferries', TEXT, {
    published: { value: '2031-05-05', basis: 'INFERRED', reasoning: 'The only Monday.', quotes: ['Monday'] },
    credits: [{ role: 'AUTHOR', actor: 'ada-berg', quote: 'Ada Berg' }],
    furniture: [{ kind: 'CREDIT', quote: 'Ada Berg wrote this from the quay.' }],
    statements: STATEMENTS.map((statement) =>
      statement.key === 'closed'
        ? {
            ...statement,
            said: { value: '2031-05', basis: 'STATED', quotes: ['on [[Monday]]'] },
          }
        : statement,
    ),
  }),
  ...article('light', `A light in the storm\n\n${STORY}\n`, {
    statements: [{ key: 'lamp', text: 'The lamp was lost.', content: 'lost its lamp' }],
  }),
  ...article('echo', `A light, again\n\n${STORY}\n`),
  'annotations/derivations.yaml': [{ article: 'echo', drawsOn: 'light', rationale: 'Word for word.' }],
  'annotations/actors.yaml': [
    { slug: 'ada-berg', name: 'Ada Berg', kind: 'PERSON', names: { ferries: ['Ada Berg'] } },
    { slug: 'nils-holm', name: 'Nils Holm', kind: 'PERSON', names: { ferries: ['Nils Holm', 'Holm'] } },
  ],
  'annotations/events.yaml': [
    {
      slug: 'closing',
      title: 'The harbour closes',
      type: 'RETREAT',
      occurred: { value: '2031-05', basis: 'STATED', quotes: [{ in: 'ferries', quote: 'on [[Monday]]' }] },
      participants: [{ actor: 'nils-holm', role: 'ACTOR' }],
      mentions: { ferries: ['harbour closed'] },
    },
  ],
};

/**
 * Writes of every kind, which leave a row in every table, and of what may change one that was something else before.
 *
 * @returns the newest revision
 */
export async function recordVariety(store: Store): Promise<number> {
  const corpus = new ChangingCorpus(store);
  await corpus.sow(SEEDS);
  await corpus.review('The town waits.', 'RETRACT', 'It does not.');
  await corpus.bringIn(
    'retold',
    `How the boats came home\n\n${STORY}\n\n“I was cold,” said Keeper Ole Brandt on Friday.\n`,
  );
  await corpus.bringIn(
    'retold',
    `How the boats came home\n\n${STORY}\n\n“I was cold,” said Keeper Ole Brandt on Sunday.\n`,
  );
  await corpus.correct(
    'There is ice in the locks.',
    { text: 'Ice is in the locks.', content: ['[[ice 🧊 in the locks]]'] },
    'Better so.',
  );
  const [ada, nils] = await Promise.all(
    ['ada-berg', 'nils-holm'].map((slug) => store.prisma.actor.findUniqueOrThrow({ where: { slug } })),
  );
  const pair = { actorId: nils?.id ?? '', intoId: ada?.id ?? '' };
  await mergeActors(store, COMMAND_LINE, { ...pair, reason: 'A trial.' });
  await unmergeActor(store, COMMAND_LINE, { actorId: pair.actorId, reason: 'They are two.' });
  const relation = {
    fromId: (await corpus.find('The lamp was lost.')).id,
    toId: (await corpus.find('The harbour closed on Monday.')).id,
    type: 'SUPPORTS',
  } as const;
  await relateStatements(store, COMMAND_LINE, { ...relation, rationale: 'A trial.' });
  return withdrawRelation(store, COMMAND_LINE, relation);
}
