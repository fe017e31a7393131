/** What the API's words mean, for people. */
export const MODES = {
  DIRECT: 'word for word',
  MIXED: 'partly word for word',
  INDIRECT: 'in other words',
  NARRATION: 'the article’s own voice',
} as const;

export const CERTAINTIES = {
  CERTAIN: 'asserted',
  PROBABLE: 'probable',
  POSSIBLE: 'possible',
  UNCOMMITTED: 'asked, hoped or offered',
} as const;

export const POLARITIES = { AFFIRMED: 'says that it is so', NEGATED: 'says that it is not so' } as const;

export const ORIGINS = { CURATED: 'checked by a person', EXTRACTED: 'found by the extractor' } as const;

export const REVIEWS = {
  PROPOSED: 'not yet reviewed',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
  RETRACTED: 'retracted',
} as const;

export const ANCHORS = {
  ANCHORED: 'stands in the current version',
  MOVED: 'stands elsewhere in the current version',
  ORPHANED: 'is gone from the current version',
} as const;

export const HOP_ROLES = {
  WRITER: 'writer',
  PUBLISHER: 'publisher',
  REPORTER: 'passes it on',
  WIRE: 'news agency',
  OUTLET: 'outlet',
  SPEAKER: 'says it',
} as const;

export const ACTOR_KINDS = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  OUTLET: 'outlet',
  STATE: 'state',
  TERRITORY: 'territory',
  UNNAMED: 'unnamed source',
} as const;

export const VARIANT_KINDS = {
  IDENTICAL: 'the same characters',
  PUNCTUATION: 'the same words',
  TRUNCATED: 'cut at an end',
  ELLIPSIS: 'words left out, and it says so',
  EDITORIAL_INSERTION: 'words put in, in brackets',
  REWORDED: 'reworded',
  NUMBER_CHANGED: 'number changed',
  NEGATION_CHANGED: 'negation changed',
  NAME_CHANGED: 'name changed',
} as const;

/** Kinds that change what was said, or may: they are told first, and loudest. */
export const GRAVE_KINDS: ReadonlySet<string> = new Set(['NUMBER_CHANGED', 'NEGATION_CHANGED', 'NAME_CHANGED']);

export const TYPOGRAPHY_KINDS = {
  CASE: 'capitals',
  QUOTATION_MARKS: 'quotation marks',
  DASHES: 'dashes',
  SPACES: 'spaces',
  PUNCTUATION: 'punctuation',
  CHARACTERS: 'characters',
} as const;

export const FURNITURE_KINDS = {
  CAPTION: 'caption',
  CREDIT: 'byline',
  NAVIGATION: 'navigation',
  APPEAL: 'appeal',
  SHARE_LINE: 'share line',
  SOURCE_LIST: 'list of sources',
  HEADING: 'heading',
} as const;

export const PASSAGE_CHANGES = { ADDED: 'added', CUT: 'cut', CHANGED: 'changed', MOVED: 'moved' } as const;

/** "North Korea": what is said of an event's type, in lower case. */
export const plain = (name: string): string => name.toLowerCase().replaceAll('_', ' ');

/** "1 article", "5 articles". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
