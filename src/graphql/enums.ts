import { registerEnumType } from 'type-graphql';
import * as vocabulary from '../domain/vocabulary.ts';

type Descriptions<Enum> = Readonly<Record<keyof Enum & string, string>>;

/** Registers a vocabulary under its name, each value with what it means. */
function register<Enum extends Readonly<Record<string, string>>>(
  name: string,
  values: Enum,
  description: string,
  meanings: Descriptions<Enum>,
): void {
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(meanings).map(([value, meaning]) => [value, { description: meaning }]),
  );
  registerEnumType<Readonly<Record<string, string>>>(values, { name, description, valuesConfig });
}

/** The orders in which statements can be listed. */
export const StatementOrder = {
  TEXT_POSITION: 'TEXT_POSITION',
  SAID_ASC: 'SAID_ASC',
  SAID_DESC: 'SAID_DESC',
  RELEVANCE: 'RELEVANCE',
} as const;

register('StatementMode', vocabulary.StatementMode, 'How the content was rendered.', {
  DIRECT: 'In quotation marks, word for word.',
  MIXED: 'Reported, with parts in quotation marks.',
  INDIRECT: 'Reported in the words of the reporter.',
  NARRATION: 'In the article’s own voice.',
});
register('Polarity', vocabulary.Polarity, 'Whether the content says that something is so or is not so.', {
  AFFIRMED: 'It says that something is so.',
  NEGATED: 'It says that something is not so, or refuses or denies it.',
});
register('Certainty', vocabulary.Certainty, 'The source’s own commitment, after FactBank.', {
  CERTAIN: 'Plainly asserted.',
  PROBABLE: 'Likely, apparent, believed, expected.',
  POSSIBLE: 'It may, might or could be.',
  UNCOMMITTED: 'Asked, hoped, proposed, ordered or offered: the source does not say that it is so.',
});
register('Origin', vocabulary.Origin, 'How it came into the corpus.', {
  CURATED: 'Written down and checked by a person.',
  EXTRACTED: 'Found by the extractor.',
});
register('ReviewAction', vocabulary.ReviewAction, 'What a person did to a statement.', {
  ACCEPT: 'Found it right.',
  REJECT: 'Found a proposal wrong.',
  RETRACT: 'Withdrew it.',
  CORRECT: 'Put another statement in its place.',
  RESTORE: 'Made it a proposal again, or, by the seeds, said it again.',
});
register('ChangeKind', vocabulary.ChangeKind, 'What a revision did to a statement, or to the words that it rests on.', {
  PROPOSED: 'It was found by the extractor, and waits for review.',
  ADDED: 'It was written down by a person.',
  ACCEPTED: 'A person found it right.',
  REJECTED: 'A person found the proposal wrong.',
  RETRACTED: 'It was withdrawn.',
  CORRECTED: 'Another statement was put in its place.',
  RESTORED: 'It was made a proposal again or, by the seeds or a correction, said again.',
  EVIDENCE_MOVED: 'A new version of its article has its words elsewhere.',
  EVIDENCE_ORPHANED: 'A new version of its article has its words no more, or not where they can be told from others.',
});
register('KeyRole', vocabulary.KeyRole, 'What a key lets its holder do; each may do all that those before it may.', {
  REVIEWER: 'Review statements, add and relate them.',
  EDITOR: 'Bring in articles, merge actors.',
  ADMIN: 'Give out and revoke keys.',
});
register('ReviewState', vocabulary.ReviewState, 'Where a statement stands in review.', {
  PROPOSED: 'Not yet reviewed.',
  ACCEPTED: 'Checked by a person.',
  REJECTED: 'Checked, and found wrong.',
  RETRACTED: 'Once accepted, and withdrawn since.',
});
register(
  'EvidenceRole',
  vocabulary.EvidenceRole,
  'What a quote is evidence of, after PARC: the words said, the words that introduce them, the words that name who said them.',
  {
    CONTENT: 'The words said.',
    CUE: 'The words that tell that somebody said them.',
    SOURCE: 'The words that name who said them.',
    DATE: 'The words that tell when they were said.',
    EVENT: 'The words of the content that tell of an event.',
  },
);
register('HopRole', vocabulary.HopRole, 'The part of an actor in a chain of attribution.', {
  WRITER: 'The article’s own voice: its author, or a writer left unnamed.',
  PUBLISHER: 'The article’s own voice where only its publisher is named.',
  REPORTER: 'Somebody who passes on what was said.',
  WIRE: 'A news agency that passes it on.',
  OUTLET: 'An outlet that passes it on.',
  SPEAKER: 'Who asserts it.',
});
register('RelationType', vocabulary.RelationType, 'How one statement bears on another.', {
  SUPPORTS: 'It reports the same fact independently.',
  CONTRADICTS: 'Both cannot be true of one time.',
  SUPERSEDES: 'It tells a later state of affairs: the other one was true before.',
});
register('ActorKind', vocabulary.ActorKind, 'What kind of source or subject an actor is.', {
  PERSON: 'A person.',
  ORGANIZATION: 'An organization that does not publish news.',
  OUTLET: 'One that publishes.',
  STATE: 'A state, or its government as a whole.',
  TERRITORY: 'A territory, recognised or not.',
  UNNAMED: 'A source that the text leaves unnamed.',
});
register(
  'EventType',
  vocabulary.EventType,
  'What kind of thing happened, after PLOVER. Saying something is a Statement, never an Event.',
  {
    AGREE: 'Agree to do something.',
    CONSULT: 'Meet, visit, negotiate.',
    SUPPORT: 'Give diplomatic or moral support, recognition among it.',
    CONCEDE: 'Yield, release, ease.',
    COOPERATE: 'Work together.',
    AID: 'Give material help.',
    RETREAT: 'Withdraw, leave.',
    REQUEST: 'Ask for help or action.',
    ACCUSE: 'Accuse, investigate.',
    REJECT: 'Refuse, veto.',
    THREATEN: 'Threaten.',
    PROTEST: 'Demonstrate, strike.',
    SANCTION: 'Reduce or break off relations, impose sanctions.',
    MOBILIZE: 'Make ready forces or means.',
    COERCE: 'Compel without weapons: seize, arrest, restrict.',
    ASSAULT: 'Use force.',
  },
);
register('ParticipantRole', vocabulary.ParticipantRole, 'The part of an actor in an event.', {
  ACTOR: 'Who did it.',
  RECIPIENT: 'To whom it was done.',
  LOCATION: 'Where it was done.',
});
register('DateBasis', vocabulary.DateBasis, 'How a date follows from its words.', {
  STATED: 'They write it out.',
  INFERRED: 'It is worked out from them, as its reasoning tells.',
});
register('CreditRole', vocabulary.CreditRole, 'What somebody did for an article.', {
  AUTHOR: 'Wrote it.',
  EDITOR: 'Edited it.',
  PUBLISHER: 'Published it.',
});
register(
  'FurnitureKind',
  vocabulary.FurnitureKind,
  'What stands in the text of an article and is not part of what it says.',
  {
    CAPTION: 'A picture’s caption or credit.',
    CREDIT: 'A byline or an editor’s line.',
    NAVIGATION: 'Menus, tags, comment boxes, links to other articles.',
    APPEAL: 'An appeal for money or attention, a publisher about itself.',
    SHARE_LINE: 'A call to follow or share.',
    SOURCE_LIST: 'A list of sources.',
    HEADING: 'A heading that asserts nothing.',
  },
);
register('AnchorState', vocabulary.AnchorState, 'Where a quote stands in the current version of its article.', {
  ANCHORED: 'At the same place, or the same words in the same context.',
  MOVED: 'The only occurrence of the words, elsewhere.',
  ORPHANED: 'Not in the current version, or not to be told from other occurrences.',
});
register('VariantKind', vocabulary.VariantKind, 'What became of a quotation in another rendering; several may hold.', {
  IDENTICAL: 'Character for character the same.',
  PUNCTUATION: 'The same words, with other punctuation, typography, case or hyphens.',
  TRUNCATED: 'Words are missing at the beginning or at the end of one side.',
  ELLIPSIS: 'Words were left out, and an ellipsis says so.',
  EDITORIAL_INSERTION: 'Words or letters were put in, and brackets say so.',
  REWORDED: 'Words were exchanged, put in or taken out without a sign that tells so.',
  NUMBER_CHANGED: 'A number is another one, or is gone.',
  NEGATION_CHANGED: 'A negation was put in or taken out: the words may now say the opposite.',
  NAME_CHANGED: 'A name is another one.',
});
register('EditOperation', vocabulary.EditOperation, 'How the left side of a comparison becomes the right one.', {
  EQUAL: 'The words are the same; punctuation may differ.',
  INSERT: 'Words stand on the right side only.',
  DELETE: 'Words stand on the left side only.',
  REPLACE: 'Other words stand on the right side.',
});
register('StatementOrder', StatementOrder, 'In which order statements are listed.', {
  TEXT_POSITION: 'Articles in the order in which they were recorded, then by the first word of the content.',
  SAID_ASC: 'Said earliest first; unknown dates last.',
  SAID_DESC: 'Said latest first; unknown dates last.',
  RELEVANCE: 'Best match first. Needs filter.search.',
});
register('QuoteVerdict', vocabulary.QuoteVerdict, 'What is known of a quotation that somebody uses.', {
  VERBATIM: 'A text has the same words in the same order; only typography and punctuation may differ.',
  ALTERED: 'A text has these words, changed; or has them, and is made from one in which they are different.',
  NOT_FOUND: 'No text has words that are much like these.',
});
register('SpeakerVerdict', vocabulary.SpeakerVerdict, 'Whether a quotation is given to the one who said it.', {
  CONFIRMED: 'A statement gives the words to this speaker.',
  OTHER_SPEAKER: 'The statements that have the words give them to others.',
  UNKNOWN: 'No statement tells who said them.',
});
register('TypographyKind', vocabulary.TypographyKind, 'In what two texts may differ that are the same word for word.', {
  CASE: 'Capitals.',
  QUOTATION_MARKS: 'Curly or straight quotation marks and apostrophes.',
  DASHES: 'Dashes and hyphens.',
  SPACES: 'Spaces and line ends.',
  PUNCTUATION: 'Other punctuation.',
  CHARACTERS: 'Ligatures, full-width letters, invisible characters and the like.',
});
