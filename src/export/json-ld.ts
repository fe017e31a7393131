import type { ActorKind } from '../domain/vocabulary.ts';
import type { ExportFormat } from './export-format.ts';
import type {
  ExportedActor,
  ExportedArticle,
  ExportedCorpus,
  ExportedHop,
  ExportedQuote,
  ExportedStatement,
  ExportedText,
} from './exported.ts';
import { CONTEXT } from './json-ld-context.ts';
import { revisionName, uuidName } from './names.ts';

/** What schema.org calls somebody. Of one left unnamed it is not known. */
const KIND: Readonly<Record<ActorKind, string | null>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  OUTLET: 'Organization',
  STATE: 'Country',
  TERRITORY: 'Place',
  UNNAMED: null,
};

/**
 * JSON-LD 1.1: texts, actors, and each statement as a Web Annotation whose body is the claim and whose targets are its words, with the
 * terms of PROV-O and schema.org. One graph, a line for each of its nodes.
 */
export const JSON_LD: ExportFormat = {
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  write: async function* (corpus) {
    yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n`;
    yield JSON.stringify({
      id: revisionName(corpus.name, corpus.revision),
      type: 'Dataset',
      name: 'Who said what, according to whom, in exactly which words',
      version: corpus.revision,
    });
    for await (const node of nodes(corpus)) yield `,\n${JSON.stringify(node)}`;
    yield '\n]}\n';
  },
};

async function* nodes(corpus: ExportedCorpus): AsyncGenerator<object> {
  for await (const article of corpus.articles()) yield articleNode(article);
  for await (const text of corpus.texts()) yield textNode(text, corpus.name);
  for await (const actor of corpus.actors()) yield actorNode(actor);
  for await (const statement of corpus.statements()) yield annotation(statement, corpus.name);
}

const articleNode = ({ id, slug, title, language, url, published, drawsOn }: ExportedArticle): object => ({
  id: uuidName(id),
  type: ['Article', 'Entity'],
  slug,
  name: title,
  inLanguage: language,
  ...(url === null ? {} : { url }),
  ...(published === null ? {} : { issued: published }),
  ...(drawsOn.length === 0 ? {} : { wasDerivedFrom: drawsOn.map(uuidName) }),
});

const textNode = (version: ExportedText, corpus: string): object => ({
  id: uuidName(version.id),
  type: ['Article', 'Entity'],
  specializationOf: uuidName(version.articleId),
  version: version.number,
  ...(version.previousId === null ? {} : { wasRevisionOf: uuidName(version.previousId) }),
  generatedAtTime: version.recordedAt.toISOString(),
  wasGeneratedBy: revisionName(corpus, version.revision),
  length: version.length,
  sha256: version.sha256,
  text: version.text,
});

function actorNode({ id, slug, name, kind }: ExportedActor): object {
  const type = KIND[kind];
  return { id: uuidName(id), type: type === null ? 'Agent' : [type, 'Agent'], slug, name, kind };
}

const annotation = (statement: ExportedStatement, corpus: string): object => ({
  id: `${uuidName(statement.id)}#annotation`,
  type: 'Annotation',
  motivation: 'describing',
  body: claim(statement, corpus),
  target: statement.content.map(({ quote }) => ({
    ...words(quote),
    // Only the words of a statement in its speaker's own words are a quotation as a whole.
    ...(statement.mode === 'DIRECT'
      ? {
          type: ['SpecificResource', 'Entity', 'Quotation'],
          text: quote.exact,
          author: uuidName(statement.speaker.id),
        }
      : {}),
  })),
});

const claim = (statement: ExportedStatement, corpus: string): object => ({
  id: uuidName(statement.id),
  type: ['Claim', 'Entity'],
  text: statement.text,
  author: uuidName(statement.speaker.id),
  appearance: uuidName(statement.article.id),
  ...(statement.said === null ? {} : { said: statement.said.value, dating: dating(statement.said) }),
  mode: statement.mode,
  polarity: statement.polarity,
  certainty: statement.certainty,
  origin: statement.origin,
  review: statement.review,
  confidence: String(statement.confidence),
  evidence: statement.evidence,
  utterance: uuidName(statement.utteranceId),
  ...relations(statement),
  wasGeneratedBy: revisionName(corpus, statement.revision),
  wasDerivedFrom: statement.content.map(({ quote }) => uuidName(quote.id)),
  wasAttributedTo: uuidName(statement.speaker.id),
  qualifiedAttribution: statement.chain.map(attribution),
});

/** How a date is known. */
const dating = ({ basis, reasoning, quotes }: NonNullable<ExportedStatement['said']>): object => ({
  basis,
  ...(reasoning === null ? {} : { reasoning }),
  shownBy: quotes.map(words),
});

const attribution = ({ actor, role, cue, source }: ExportedHop, position: number): object => ({
  type: 'Attribution',
  agent: uuidName(actor.id),
  role,
  position,
  ...(cue ? { cue: words(cue) } : {}),
  ...(source ? { namedBy: words(source) } : {}),
});

/** Words in their text, by both selectors of Web Annotation: offsets are code points, as section 4.2.5 of its data model has it. */
const words = ({ id, versionId, exact, prefix, suffix, start, end }: ExportedQuote): object => ({
  id: uuidName(id),
  type: ['SpecificResource', 'Entity'],
  source: uuidName(versionId),
  wasQuotedFrom: uuidName(versionId),
  selector: [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ],
});

/** By their type, each with the statements that are meant. */
function relations({ relations: all }: ExportedStatement): object {
  const of = (type: string) =>
    all.filter((relation) => relation.type === type).map(({ statementId }) => uuidName(statementId));
  const found = { supports: of('SUPPORTS'), contradicts: of('CONTRADICTS'), supersedes: of('SUPERSEDES') };
  return Object.fromEntries(Object.entries(found).filter(([, ids]) => ids.length > 0));
}
