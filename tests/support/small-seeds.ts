import { article, type SeedFiles } from './seed-folder.ts';

/** The text of the first small article; its sentences are distinct, so that words of them tell a place. */
export const TEXT = `Ferries stop for a week

Ada Berg wrote this from the quay. The harbour closed on Monday. “We had no choice,” said Nils Holm.
Holm spoke of “ice 🧊 in the locks”. Ships of every size lie outside. The town waits.
`;

interface Written {
  readonly key: string;
  readonly text: string;
  readonly content: unknown;
  readonly mode?: string;
  readonly chain?: readonly object[];
}

export const STATEMENTS: readonly Written[] = [
  { key: 'closed', text: 'The harbour closed on Monday.', content: 'The harbour closed on Monday.' },
  {
    key: 'choice',
    text: 'The harbour had no choice.',
    mode: 'DIRECT',
    content: 'We had no choice,',
    chain: [{ actor: 'nils-holm', source: 'Nils Holm', cue: 'said' }],
  },
  {
    key: 'ice',
    text: 'There is ice in the locks.',
    mode: 'DIRECT',
    content: 'ice 🧊 in the locks',
    chain: [{ actor: 'nils-holm', source: '[[Holm]] spoke', cue: 'spoke of' }],
  },
  { key: 'waits', text: 'The town waits.', content: 'The town waits.' },
];

interface Changes {
  readonly text?: string;
  readonly statements?: readonly Written[];
  /** How Nils Holm is named. */
  readonly names?: readonly string[];
}

/** Seeds of one article, "ferries", with two actors and an event. */
export function ferries({
  text = TEXT,
  statements = STATEMENTS,
  names = ['Nils Holm', 'Holm'],
}: Changes = {}): SeedFiles {
  return {
    ...article('ferries', text, {
      credits: [{ role: 'AUTHOR', actor: 'ada-berg', quote: 'Ada Berg' }],
      statements,
    }),
    'annotations/actors.yaml': [
      { slug: 'ada-berg', name: 'Ada Berg', kind: 'PERSON', names: { ferries: ['Ada Berg'] } },
      { slug: 'nils-holm', name: 'Nils Holm', kind: 'PERSON', names: { ferries: names } },
    ],
    'annotations/events.yaml': [
      { slug: 'closing', title: 'The harbour closes', type: 'RETREAT', mentions: { ferries: ['harbour closed'] } },
    ],
  };
}

/** Seeds of another article, which nobody signs. */
export const trains: SeedFiles = article('trains', 'Trains run late\n\nSnow fell in the night.\n', {
  statements: [{ key: 'snow', text: 'Snow fell in the night.', content: 'Snow fell in the night.' }],
});
