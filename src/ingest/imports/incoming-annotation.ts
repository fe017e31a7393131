import type {
  ActorKind,
  Certainty,
  DateBasis,
  HopRole,
  Origin,
  Polarity,
  StatementMode,
} from '../../domain/vocabulary.ts';

/** Words as somebody selected them. */
export interface SelectedWords {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where they are said to stand: code points, half-open, in whatever is named as their source. */
  readonly position: { readonly start: number; readonly end: number } | null;
}

/** A part of what an annotation is about. */
export interface AnnotationTarget {
  /** What names the text, the most exact first: "urn:uuid:…" of a version or an article, an address. */
  readonly sources: readonly string[];
  readonly words: SelectedWords;
}

/** Who says or passes on something: an actor of the store by its slug, or, in an export, with what tells that it is the same. */
export interface NamedActor {
  readonly slug: string;
  readonly described: { readonly name: string; readonly kind: ActorKind } | null;
}

/** A link of who told whom. */
export interface AnnotatedHop {
  readonly actor: NamedActor;
  readonly role: Exclude<HopRole, 'WRITER' | 'PUBLISHER'>;
  readonly source: AnnotationTarget | null;
  readonly cue: AnnotationTarget | null;
}

/** What an annotation tells of who says its words, and how. */
export interface Attribution {
  /** null where it tells nothing. */
  readonly mode: StatementMode | null;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** From the article inwards, without its own voice. */
  readonly chain: readonly AnnotatedHop[];
}

/** What an export of Verbatim tells of a statement besides. */
interface ExportedClaim {
  readonly statementId: string;
  readonly origin: Origin;
  readonly confidence: number;
  readonly said: AnnotatedDate | null;
}

/** When something was said, with the words that give it. */
interface AnnotatedDate {
  /** EDTF */
  readonly value: string;
  readonly basis: DateBasis;
  readonly reasoning: string | null;
  readonly quotes: readonly AnnotationTarget[];
}

/** An annotation as it was read, before anything is looked for. */
export interface IncomingAnnotation {
  /** As messages name it: "notes.json#/annotations/3", a JSON pointer (RFC 6901). */
  readonly place: string;
  /** What somebody says that the words say: one self-contained sentence. */
  readonly text: string;
  readonly targets: readonly AnnotationTarget[];
  readonly attribution: Attribution;
  readonly claim: ExportedClaim | null;
  /** Who made it, as it tells. */
  readonly creator: string | null;
}
