import type { ExportedCorpus } from './exported.ts';

/** A format in which a corpus can be taken along. */
export interface ExportFormat {
  /** Behind the dot of a file's name. */
  readonly extension: string;
  /** As of RFC 9110, section 8.3.1. */
  readonly mediaType: string;
  /** The file in pieces, each of whole characters; the same corpus gives the same file. Throws what reading throws. */
  readonly write: (corpus: ExportedCorpus) => AsyncIterable<string>;
}
