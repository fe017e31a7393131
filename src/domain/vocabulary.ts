/**
 * The closed vocabularies of the model, one object each: the keys are what the API, the database and the annotations
 * call the values. Sources: PARC and PolNeAR (evidence roles), FactBank (certainty, polarity), PLOVER (event types),
 * EDTF / ISO 8601-2 (date basis is our own).
 */
const vocabulary = <const Names extends readonly string[]>(
  ...names: Names
): { readonly [Name in Names[number]]: Name } =>
  Object.freeze(Object.fromEntries(names.map((name) => [name, name]))) as {
    readonly [Name in Names[number]]: Name;
  };

/** How the content was rendered. NARRATION: in the article's own voice. */
export const StatementMode = vocabulary('DIRECT', 'MIXED', 'INDIRECT', 'NARRATION');
export type StatementMode = keyof typeof StatementMode;

/** Whether the content asserts that something is so, or that it is not. */
export const Polarity = vocabulary('AFFIRMED', 'NEGATED');
export type Polarity = keyof typeof Polarity;

/** The source's own commitment to the content, after FactBank. */
export const Certainty = vocabulary('CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNCOMMITTED');
export type Certainty = keyof typeof Certainty;

/** Written down and checked by a person, or found by the extractor. */
export const Origin = vocabulary('CURATED', 'EXTRACTED');
export type Origin = keyof typeof Origin;

/** Where a statement stands in review. REJECTED and RETRACTED ones stay readable. */
export const ReviewState = vocabulary('PROPOSED', 'ACCEPTED', 'REJECTED', 'RETRACTED');
export type ReviewState = keyof typeof ReviewState;

/** What a person did to a statement. CORRECT: another statement stands in its place. RESTORE: it is proposed again. */
export const ReviewAction = vocabulary('ACCEPT', 'REJECT', 'RETRACT', 'CORRECT', 'RESTORE');
export type ReviewAction = keyof typeof ReviewAction;

/** What a revision did to a statement, or to the words that it rests on. ADDED: recorded as accepted. */
export const ChangeKind = vocabulary(
  'PROPOSED',
  'ADDED',
  'ACCEPTED',
  'REJECTED',
  'RETRACTED',
  'CORRECTED',
  'RESTORED',
  'EVIDENCE_MOVED',
  'EVIDENCE_ORPHANED',
);
export type ChangeKind = keyof typeof ChangeKind;

/** What a key lets its holder do. Each may do all that those before it may. */
export const KeyRole = vocabulary('REVIEWER', 'EDITOR', 'ADMIN');
export type KeyRole = keyof typeof KeyRole;

/** What a quote is evidence of, after PARC: the words said, the words that introduce them, the words that name who said them. */
export const EvidenceRole = vocabulary('CONTENT', 'CUE', 'SOURCE', 'DATE', 'EVENT');
export type EvidenceRole = keyof typeof EvidenceRole;

/** The part that an actor plays in a chain of attribution. */
export const HopRole = vocabulary('WRITER', 'PUBLISHER', 'REPORTER', 'WIRE', 'OUTLET', 'SPEAKER');
export type HopRole = keyof typeof HopRole;

/** How one statement bears on another. Directed: "this one SUPERSEDES that one". */
export const RelationType = vocabulary('SUPPORTS', 'CONTRADICTS', 'SUPERSEDES');
export type RelationType = keyof typeof RelationType;

/** What kind of source or subject an actor is. UNNAMED: a source that the text leaves unnamed. */
export const ActorKind = vocabulary('PERSON', 'ORGANIZATION', 'OUTLET', 'STATE', 'TERRITORY', 'UNNAMED');
export type ActorKind = keyof typeof ActorKind;

/** What a mention of an actor does: name it, or say what it is. */
export const MentionKind = vocabulary('NAME', 'DESCRIPTION');
export type MentionKind = keyof typeof MentionKind;

/** Kinds of events, after PLOVER. */
export const EventType = vocabulary(
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
);
export type EventType = keyof typeof EventType;

/** The part that an actor plays in an event. */
export const ParticipantRole = vocabulary('ACTOR', 'RECIPIENT', 'LOCATION');
export type ParticipantRole = keyof typeof ParticipantRole;

/** STATED: the words write the date out. INFERRED: it is worked out from them. */
export const DateBasis = vocabulary('STATED', 'INFERRED');
export type DateBasis = keyof typeof DateBasis;

/** What somebody did for an article, as far as its text tells. */
export const CreditRole = vocabulary('AUTHOR', 'EDITOR', 'PUBLISHER');
export type CreditRole = keyof typeof CreditRole;

/** What stands in the file of an article and is not part of what it says. */
export const FurnitureKind = vocabulary(
  'CAPTION',
  'CREDIT',
  'NAVIGATION',
  'APPEAL',
  'SHARE_LINE',
  'SOURCE_LIST',
  'HEADING',
);
export type FurnitureKind = keyof typeof FurnitureKind;

/** Where a quote stands in a later version of its article. */
export const AnchorState = vocabulary('ANCHORED', 'MOVED', 'ORPHANED');
export type AnchorState = keyof typeof AnchorState;

/** What became of a quotation in another rendering; several may hold. */
export const VariantKind = vocabulary(
  'IDENTICAL',
  'PUNCTUATION',
  'TRUNCATED',
  'ELLIPSIS',
  'EDITORIAL_INSERTION',
  'REWORDED',
  'NUMBER_CHANGED',
  'NEGATION_CHANGED',
  'NAME_CHANGED',
);
export type VariantKind = keyof typeof VariantKind;

/** In what two texts may differ that are the same word for word. */
export const TypographyKind = vocabulary(
  'CASE',
  'QUOTATION_MARKS',
  'DASHES',
  'SPACES',
  'PUNCTUATION',
  /** Ligatures, full-width letters, invisible characters and the like. */
  'CHARACTERS',
);
export type TypographyKind = keyof typeof TypographyKind;

/** What is known of a quotation that somebody uses. ALTERED: the words of a text, and changed. */
export const QuoteVerdict = vocabulary('VERBATIM', 'ALTERED', 'NOT_FOUND');
export type QuoteVerdict = keyof typeof QuoteVerdict;

/** Whether a quotation is given to the one who said it. UNKNOWN: no statement tells who did. */
export const SpeakerVerdict = vocabulary('CONFIRMED', 'OTHER_SPEAKER', 'UNKNOWN');
export type SpeakerVerdict = keyof typeof SpeakerVerdict;

/** How one side of a comparison becomes the other. */
export const EditOperation = vocabulary('EQUAL', 'INSERT', 'DELETE', 'REPLACE');
export type EditOperation = keyof typeof EditOperation;
