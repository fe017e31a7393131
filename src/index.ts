/**
 * Verbatim as a library: who says what in a news article, without a store or a server. Everything here is pure: text in, spans
 * of that text out.
 *
 * @packageDocumentation
 */
export { extract, type ExtractOptions } from './extract/extract.ts';
export type { ExtractedHop, ExtractedStatement, Extraction, Reason } from './extract/extraction.ts';
export type { Furniture } from './extract/furniture/find-furniture.ts';
export type { ArticleActor } from './extract/speakers/article-actor.ts';
export type { FoundDate } from './extract/dates/found-date.ts';
export { findAttributions } from './extract/attributions/find-attributions.ts';
export type { FoundAttribution } from './extract/attributions/attribution.ts';
export type { Span } from './text/span.ts';
