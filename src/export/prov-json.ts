import type { ExportFormat } from './export-format.ts';
import type { ExportedCorpus, ExportedVersion } from './exported.ts';
import { revisionNames, TERMS } from './names.ts';

type Entry = readonly [name: string, properties: object];

/** A qualified name as a value. */
const qualified = (name: string): object => ({ $: name, type: 'prov:QUALIFIED_NAME' });
const uuid = (id: string): string => `uuid:${id}`;
const revision = (number: number): string => `revision:${String(number)}`;

/**
 * PROV-JSON (https://www.w3.org/Submission/prov-json/): which texts and statements there are, where each comes from and whom it is
 * ascribed to. A document of PROV-JSON is an object of objects, so each part of it is read and written by itself.
 */
export const PROV_JSON: ExportFormat = {
  extension: 'prov.json',
  mediaType: 'application/json; charset=utf-8',
  write: async function* (corpus) {
    const prefix = {
      prov: 'http://www.w3.org/ns/prov#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      uuid: 'urn:uuid:',
      revision: revisionNames(corpus.name),
      verbatim: TERMS,
    };
    yield `{"prefix":${JSON.stringify(prefix)}`;
    for (const [name, entries] of Object.entries(PARTS)) {
      yield `,\n"${name}":{`;
      let separator = '\n';
      for await (const [key, properties] of entries(corpus)) {
        yield `${separator}${JSON.stringify(key)}:${JSON.stringify(properties)}`;
        separator = ',\n';
      }
      yield '}';
    }
    yield '}\n';
  },
};

const PARTS: Readonly<Record<string, (corpus: ExportedCorpus) => AsyncIterable<Entry>>> = {
  entity: entities,
  agent: agents,
  activity: activities,
  wasGeneratedBy: generations,
  wasAttributedTo: attributions,
  wasDerivedFrom: derivations,
  specializationOf: specializations,
};

async function* entities({ articles, versions, quotes, statements }: ExportedCorpus): AsyncGenerator<Entry> {
  for await (const { id, slug, title, url } of articles()) {
    yield [
      uuid(id),
      {
        'prov:type': qualified('verbatim:Article'),
        'prov:label': title,
        'verbatim:slug': slug,
        ...(url === null ? {} : { 'prov:location': { $: url, type: 'xsd:anyURI' } }),
      },
    ];
  }
  for await (const { id, number, length, sha256 } of versions()) {
    yield [
      uuid(id),
      {
        'prov:type': qualified('verbatim:ArticleVersion'),
        'verbatim:number': number,
        'verbatim:length': length,
        'verbatim:sha256': sha256,
      },
    ];
  }
  for await (const { id, start, end, exact } of quotes()) {
    yield [
      uuid(id),
      {
        'prov:type': qualified('verbatim:Quote'),
        'prov:value': exact,
        'verbatim:start': start,
        'verbatim:end': end,
      },
    ];
  }
  for await (const { id, text, mode, origin, review } of statements()) {
    yield [
      uuid(id),
      {
        'prov:type': qualified('verbatim:Statement'),
        'prov:value': text,
        'verbatim:mode': mode,
        'verbatim:origin': origin,
        'verbatim:review': review,
      },
    ];
  }
}

async function* agents({ actors }: ExportedCorpus): AsyncGenerator<Entry> {
  const types: Readonly<Record<string, string>> = { PERSON: 'prov:Person' };
  for await (const { id, slug, name, kind } of actors()) {
    const type =
      types[kind] ?? (kind === 'ORGANIZATION' || kind === 'OUTLET' ? 'prov:Organization' : `verbatim:${kind}`);
    yield [uuid(id), { 'prov:type': qualified(type), 'prov:label': name, 'verbatim:slug': slug }];
  }
}

async function* activities({ revisions }: ExportedCorpus): AsyncGenerator<Entry> {
  for await (const { number, recordedAt, author } of revisions()) {
    yield [revision(number), { 'prov:endTime': recordedAt.toISOString(), 'verbatim:author': author }];
  }
}

/** What recorded a text or a statement. */
async function* generations({ versions, statements }: ExportedCorpus): AsyncGenerator<Entry> {
  const generation = (item: { readonly id: string; readonly revision: number }): Entry => [
    `_:generation-${item.id}`,
    { 'prov:entity': uuid(item.id), 'prov:activity': revision(item.revision) },
  ];
  for await (const version of versions()) yield generation(version);
  for await (const statement of statements()) yield generation(statement);
}

/** The chain of each statement, a link by itself. */
async function* attributions({ statements }: ExportedCorpus): AsyncGenerator<Entry> {
  for await (const { id, chain } of statements()) {
    for (const [position, { actor, role }] of chain.entries()) {
      yield [
        `_:attribution-${id}-${String(position)}`,
        {
          'prov:entity': uuid(id),
          'prov:agent': uuid(actor.id),
          'prov:type': qualified(`verbatim:${role}`),
          'verbatim:position': position,
        },
      ];
    }
  }
}

async function* derivations({ articles, versions, quotes, statements }: ExportedCorpus): AsyncGenerator<Entry> {
  const derivation = (from: string, to: string, type?: string): Entry => [
    `_:derivation-${from}-${to}`,
    {
      'prov:generatedEntity': uuid(from),
      'prov:usedEntity': uuid(to),
      ...(type === undefined ? {} : { 'prov:type': qualified(type) }),
    },
  ];
  for await (const { id, drawsOn } of articles()) for (const source of drawsOn) yield derivation(id, source);
  for await (const { id, previousId } of versions()) if (previousId) yield derivation(id, previousId, 'prov:Revision');
  for await (const { id, versionId } of quotes()) yield derivation(id, versionId, 'prov:Quotation');
  for await (const { id, content } of statements()) for (const { quote } of content) yield derivation(id, quote.id);
}

async function* specializations({ versions }: ExportedCorpus): AsyncGenerator<Entry> {
  const specialization = ({ id, articleId }: ExportedVersion): Entry => [
    `_:specialization-${id}`,
    { 'prov:specificEntity': uuid(id), 'prov:generalEntity': uuid(articleId) },
  ];
  for await (const version of versions()) yield specialization(version);
}
