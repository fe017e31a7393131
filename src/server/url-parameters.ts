/** What of a GraphQL request may stand in an address; the second ones as JSON. */
const TEXTS = ['query', 'operationName', 'documentId'] as const;
const VALUES = ['variables', 'extensions'] as const;

/** The parameters in an address, as GraphQL over HTTP has them; what should be JSON and is none stays the text that it is. */
export function parametersOf({ searchParams }: URL): Record<string, unknown> {
  return Object.fromEntries([
    ...TEXTS.map((name) => [name, searchParams.get(name)]),
    ...VALUES.map((name) => [name, parsed(searchParams.get(name))]),
  ]) as Record<string, unknown>;
}

/** Parameters as the part of an address behind its path. */
export function searchOf(parameters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  const texts = given.map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `?${new URLSearchParams(texts).toString()}`;
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return json;
  }
}
