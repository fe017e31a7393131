import { hopOf, statement, TOLD, reviewed } from '../../support/small-corpus.ts';
import {
  describeVerdicts,
  FOREIGN,
  says,
  violates,
  type AcceptedCase,
  type RefusedCase,
} from '../../support/verdicts.ts';

const WRITER = { actor: 'ann', role: 'WRITER' };
const RAIN = { article: 'b', of: 'b1', mode: 'NARRATION', content: ['Rain fell.'] } as const;
const SNOW = { article: 'c', of: 'c1', mode: 'NARRATION', content: ['Snow fell.'] } as const;
const WITHDRAW_AUTHOR = "UPDATE credit SET withdrawn_in = 2 WHERE article_id = id('a') AND role = 'AUTHOR';";
const RETRACT_ALL = `${reviewed('left', 'RETRACT', 'ACCEPTED', 'RETRACTED')} ${reviewed('rain', 'RETRACT', 'ACCEPTED', 'RETRACTED')}
  UPDATE statement SET review = 'RETRACTED', reviewed_in = 2;`;

const CHAIN = { at: 'statement', code: '23514', constraint: 'statement_chain_ends_with_speaker' };
const VOICE = { at: 'statement', code: '23514', constraint: 'statement_chain_starts_with_voice' };
const VOICE_IN_THE_END = { ...VOICE, at: 'commit' };

const ACCEPTED: AcceptedCase[] = [
  [
    'a hop in between',
    statement({ hops: [WRITER, { actor: 'paper', role: 'OUTLET', source: 'The Paper' }, TOLD[1] ?? WRITER] }),
  ],
  [
    'a hop shown by its source only',
    statement({ hops: [WRITER, { actor: 'bob', role: 'SPEAKER', source: 'Bob told her' }] }),
  ],
  ['narration by the author', statement({ mode: 'NARRATION', hops: [WRITER] })],
  [
    'narration by the publisher where no author is named',
    statement({ ...SNOW, hops: [{ actor: 'paper', role: 'PUBLISHER' }] }),
  ],
  [
    'narration by an unnamed writer where nobody is named',
    statement({ ...RAIN, hops: [{ actor: 'nobody', role: 'WRITER' }] }),
  ],
  ['a rejected one without anything', statement({ review: 'REJECTED', content: [], hops: [] })],
  ['an author withdrawn once nothing is said in her voice', RETRACT_ALL + WITHDRAW_AUTHOR],
];

const REFUSED: RefusedCase[] = [
  ['no chain', statement({ hops: [], speaker: 'bob' }), CHAIN],
  ['a chain that ends with somebody else than the speaker', statement({ speaker: 'paper' }), CHAIN],
  [
    'a chain with a gap',
    statement({ hops: [WRITER, { ...TOLD[1], actor: 'bob', role: 'SPEAKER', position: 2 }] }),
    CHAIN,
  ],
  [
    'a chain without its first hop',
    statement({ hops: [{ ...TOLD[1], actor: 'bob', role: 'SPEAKER', position: 1 }] }),
    CHAIN,
  ],
  ['narration with two hops', statement({ mode: 'NARRATION' }), CHAIN],
  ['reported words with one hop', statement({ mode: 'INDIRECT', hops: [WRITER] }), CHAIN],
  [
    'a chain whose last hop is no speaker',
    statement({ hops: [WRITER, { actor: 'bob', role: 'OUTLET', cue: 'Bob told her' }] }),
    CHAIN,
  ],
  [
    'a chain with two speakers',
    statement({
      hops: [
        WRITER,
        { actor: 'paper', role: 'SPEAKER', cue: 'Ann wrote' },
        { actor: 'bob', role: 'SPEAKER', cue: 'Bob told her' },
      ],
    }),
    CHAIN,
  ],
  [
    'a hop without words',
    statement({ hops: [WRITER, { actor: 'bob', role: 'SPEAKER' }] }),
    violates('attribution_hop_shows_its_words'),
  ],
  [
    'a hop before the first one',
    statement({ also: [hopOf('new', { actor: 'ann', role: 'REPORTER', cue: 'Ann wrote', position: -1 })] }),
    violates('attribution_hop_position_from_0'),
  ],
  [
    'a first hop that is no voice',
    statement({ hops: [{ actor: 'ann', role: 'REPORTER', cue: 'Ann wrote' }, ...TOLD.slice(1)] }),
    violates('attribution_hop_voice_first'),
  ],
  [
    'a voice further inwards',
    statement({ hops: [WRITER, { actor: 'bob', role: 'WRITER', cue: 'Bob told her' }] }),
    violates('attribution_hop_voice_first'),
  ],
  [
    'a cue in another article',
    statement({
      hops: [WRITER],
      speaker: 'bob',
      also: [hopOf('new', { actor: 'bob', role: 'SPEAKER', cue: 'Rain fell', position: 1 }, 'a', 'b1')],
    }),
    violates('attribution_hop_cue_fkey', FOREIGN),
  ],
  [
    'a source in another article',
    statement({
      hops: [WRITER],
      speaker: 'bob',
      also: [hopOf('new', { actor: 'bob', role: 'SPEAKER', source: 'Nobody', position: 1 }, 'a', 'b1')],
    }),
    violates('attribution_hop_source_fkey', FOREIGN),
  ],
  ['a voice that is not credited', statement({ mode: 'NARRATION', hops: [{ actor: 'bob', role: 'WRITER' }] }), VOICE],
  [
    'the publisher’s voice where an author is named',
    statement({ mode: 'NARRATION', hops: [{ actor: 'paper', role: 'PUBLISHER' }] }),
    VOICE,
  ],
  [
    'an unnamed voice where an author is named',
    statement({ mode: 'NARRATION', hops: [{ actor: 'nobody', role: 'WRITER' }] }),
    VOICE,
  ],
  [
    'an unnamed voice where a publisher is named',
    statement({ ...SNOW, hops: [{ actor: 'nobody', role: 'WRITER' }] }),
    VOICE,
  ],
  ['a named voice where nobody is named', statement({ ...RAIN, hops: [{ actor: 'ann', role: 'WRITER' }] }), VOICE],
  [
    'a withdrawn author’s voice',
    RETRACT_ALL + WITHDRAW_AUTHOR + statement({ mode: 'NARRATION', hops: [WRITER] }),
    VOICE,
  ],
  ['an author withdrawn while something is said in her voice', WITHDRAW_AUTHOR, VOICE_IN_THE_END],
  [
    'an author named after something is said in an unnamed voice',
    "INSERT INTO credit VALUES (id('b'), 'AUTHOR', id('ann'), id('b1:Nobody'));",
    VOICE_IN_THE_END,
  ],
  ['a name for the unnamed voice', "UPDATE actor SET kind = 'PERSON' WHERE id = id('nobody');", VOICE_IN_THE_END],
  [
    'a hop after its statement',
    statement({}) + hopOf('new', { actor: 'paper', role: 'OUTLET', cue: 'The Paper', position: 2 }),
    says('statement', /^Statement \S+ is recorded: no attribution_hop /, '23000'),
  ],
  [
    'a speaker who is changed for somebody whom no hop names',
    "UPDATE statement SET speaker_id = id('paper') WHERE id = id('left');",
    { ...CHAIN, at: 'commit' },
  ],
];

describeVerdicts('chains', ACCEPTED, REFUSED);
