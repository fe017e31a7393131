import type { Declared, QuoteRecord } from '../../domain/records.ts';
import type {
  ActorKind,
  AnchorState,
  Certainty,
  CreditRole,
  DateBasis,
  EventType,
  FurnitureKind,
  HopRole,
  MentionKind,
  Origin,
  ParticipantRole,
  Polarity,
  RelationType,
  ReviewState,
  StatementMode,
} from '../../domain/vocabulary.ts';

/** What is read of the entities. `__typename` is the name of the GraphQL type, by which interfaces and unions tell them apart. */

export interface ArticleRow {
  readonly __typename: 'Article';
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly titleQuoteId: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly publishedId: string | null;
  readonly currentVersionId: string;
  readonly declared: Declared | null;
}

export interface ArticleVersionRow {
  readonly __typename: 'ArticleVersion';
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  /** Code points. */
  readonly length: number;
  readonly sha256: string;
  readonly recordedAt: Date;
  readonly revision: number;
}

/** Offsets without a unit in their name are code points. */
export interface QuoteRow extends QuoteRecord {
  readonly __typename: 'Quote';
}

export interface StatementRow {
  readonly __typename: 'Statement';
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly mode: StatementMode;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly speakerId: string;
  readonly utteranceId: string;
  readonly utteranceOrigin: Origin;
  readonly saidId: string | null;
  readonly origin: Origin;
  readonly review: ReviewState;
  readonly confidence: number;
  /** The worst of where its content quotes stand in the article's current version. */
  readonly evidence: AnchorState;
  /** In which it was recorded. */
  readonly revision: number;
  /** In which it was last reviewed, or recorded. */
  readonly reviewedIn: number;
}

export interface ActorRow {
  readonly __typename: 'Actor';
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
}

export interface EventRow {
  readonly __typename: 'Event';
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly type: EventType;
  readonly occurredId: string | null;
}

export interface UtteranceRow {
  readonly __typename: 'Utterance';
  readonly id: string;
  readonly speakerId: string;
  readonly saidId: string | null;
}

export interface SourcedDateRow {
  readonly id: string;
  readonly value: string;
  readonly earliest: Date | null;
  readonly latest: Date | null;
  readonly basis: DateBasis;
  readonly reasoning: string | null;
}

export interface HopRow {
  readonly position: number;
  readonly actorId: string;
  readonly role: HopRole;
  readonly cueId: string | null;
  readonly sourceId: string | null;
}

/** A relation as it is read on one of its statements; `statementId` is the other one. */
export interface RelationRow {
  readonly type: RelationType;
  readonly statementId: string;
  readonly rationale: string;
  readonly origin: Origin;
}

export interface CreditRow {
  readonly role: CreditRole;
  readonly actorId: string;
  readonly quoteIds: readonly string[];
}

export interface FurnitureRow {
  readonly kind: FurnitureKind;
  readonly quoteId: string;
}

/** The places where an actor is called by the same words. */
export interface CallingRow {
  readonly kind: MentionKind;
  readonly words: string;
  readonly quoteIds: readonly string[];
}

export interface ParticipantRow {
  readonly actorId: string;
  readonly role: ParticipantRole;
}

export interface AnchorRow {
  readonly state: AnchorState;
  readonly quoteId: string | null;
}

export interface CoverageRow {
  readonly sentences: number;
  readonly evidencedSentences: number;
  readonly quotations: number;
  readonly evidencedQuotations: number;
}

export interface CorpusRow {
  readonly revision: number;
  readonly articles: number;
  readonly statements: number;
  readonly quotes: number;
  readonly actors: number;
  readonly events: number;
}

/** The entities that have a node id, by the name of their type. */
export interface NodeRows {
  readonly Article: ArticleRow;
  readonly ArticleVersion: ArticleVersionRow;
  readonly Quote: QuoteRow;
  readonly Statement: StatementRow;
  readonly Actor: ActorRow;
  readonly Event: EventRow;
  readonly Utterance: UtteranceRow;
}
export type NodeType = keyof NodeRows;
