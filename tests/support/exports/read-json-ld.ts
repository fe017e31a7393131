import jsonld from 'jsonld';

/** A term of a triple. */
interface Term {
  readonly value: string;
  readonly datatype?: { readonly value: string };
}
export interface Triple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

/** As far as it is used here; its own types know nothing of promises or of safe mode. */
const processor = jsonld as unknown as {
  expand(document: unknown, options: object): Promise<object[]>;
  toRDF(document: unknown, options: object): Promise<Triple[]>;
};

const refuse = (url: string): never => {
  throw new Error(`${url} would be fetched`);
};

/**
 * The triples of an export, by the reference processor. Nothing may be fetched for them, and nothing that stands in the file may
 * have no meaning.
 */
export async function readJsonLd(file: string): Promise<readonly Triple[]> {
  const document: unknown = JSON.parse(file);
  const options = { documentLoader: refuse, safe: true };
  await processor.expand(document, options);
  return processor.toRDF(document, options);
}

/** The objects of what is said of something by a property, whose name is written without that of its vocabulary where it is known. */
export function objectsOf(triples: readonly Triple[]): (subject: string, property: string) => readonly string[] {
  const objects = new Map<string, string[]>();
  for (const { subject, predicate, object } of triples) {
    const key = `${subject.value} ${predicate.value}`;
    objects.set(key, [...(objects.get(key) ?? []), object.value]);
  }
  return (subject, property) => objects.get(`${subject} ${property}`) ?? [];
}
