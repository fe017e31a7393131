import { TERMS } from './names.ts';

const reference = (id: string) => ({ '@id': id, '@type': '@id' });
const typed = (id: string, type: string) => ({ '@id': id, '@type': type });
const EDTF = 'http://id.loc.gov/datatypes/edtf';

/**
 * What the words of the JSON-LD mean. It stands in the file, so that nothing is fetched to read it. What Web Annotation defines is
 * called as its own context calls it (https://www.w3.org/TR/annotation-vocab/, appendix A).
 */
export const CONTEXT = {
  '@version': 1.1,
  id: '@id',
  type: '@type',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  verbatim: TERMS,

  Annotation: 'oa:Annotation',
  SpecificResource: 'oa:SpecificResource',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  describing: 'oa:describing',
  body: reference('oa:hasBody'),
  target: reference('oa:hasTarget'),
  source: reference('oa:hasSource'),
  selector: reference('oa:hasSelector'),
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: typed('oa:start', 'xsd:nonNegativeInteger'),
  end: typed('oa:end', 'xsd:nonNegativeInteger'),

  Article: 'schema:Article',
  Claim: 'schema:Claim',
  Country: 'schema:Country',
  Dataset: 'schema:Dataset',
  Organization: 'schema:Organization',
  Person: 'schema:Person',
  Place: 'schema:Place',
  Quotation: 'schema:Quotation',
  name: 'schema:name',
  text: 'schema:text',
  url: typed('schema:url', 'xsd:anyURI'),
  inLanguage: 'schema:inLanguage',
  version: typed('schema:version', 'xsd:integer'),
  author: reference('schema:author'),
  appearance: reference('schema:appearance'),
  issued: typed('dcterms:issued', EDTF),

  Entity: 'prov:Entity',
  Agent: 'prov:Agent',
  Attribution: 'prov:Attribution',
  agent: reference('prov:agent'),
  generatedAtTime: typed('prov:generatedAtTime', 'xsd:dateTime'),
  qualifiedAttribution: reference('prov:qualifiedAttribution'),
  specializationOf: reference('prov:specializationOf'),
  wasAttributedTo: reference('prov:wasAttributedTo'),
  wasDerivedFrom: reference('prov:wasDerivedFrom'),
  wasGeneratedBy: reference('prov:wasGeneratedBy'),
  wasQuotedFrom: reference('prov:wasQuotedFrom'),
  wasRevisionOf: reference('prov:wasRevisionOf'),

  ...Object.fromEntries(
    ['mode', 'polarity', 'certainty', 'origin', 'review', 'evidence', 'role', 'kind', 'basis', 'reasoning'].map(
      (term) => [term, `verbatim:${term}`],
    ),
  ),
  slug: 'verbatim:slug',
  confidence: typed('verbatim:confidence', 'xsd:double'),
  sha256: 'verbatim:sha256',
  length: typed('verbatim:length', 'xsd:nonNegativeInteger'),
  position: typed('verbatim:position', 'xsd:nonNegativeInteger'),
  said: typed('verbatim:said', EDTF),
  dating: reference('verbatim:dating'),
  shownBy: { ...reference('verbatim:shownBy'), '@container': '@list' },
  utterance: reference('verbatim:utterance'),
  cue: reference('verbatim:cue'),
  namedBy: reference('verbatim:namedBy'),
  supports: reference('verbatim:supports'),
  contradicts: reference('verbatim:contradicts'),
  supersedes: reference('verbatim:supersedes'),
} as const;
