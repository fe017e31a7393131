/** The addresses of the views. What is shared and what is clicked is made here alone. */
export const articleAddress = (slug: string): string => `/articles/${encodeURIComponent(slug)}`;
/** Where a quote stands in its article: the reader opens scrolled to it. */
export const quoteAddress = (slug: string, quoteId: string): string => `${articleAddress(slug)}#quote-${quoteId}`;
export const changesAddress = (slug: string, from: number, to: number): string =>
  `${articleAddress(slug)}/changes?from=${String(from)}&to=${String(to)}`;
export const statementAddress = (id: string): string => `/statements/${id}`;
export const utteranceAddress = (id: string): string => `/utterances/${id}`;
export const actorAddress = (slug: string): string => `/actors/${encodeURIComponent(slug)}`;
export const eventAddress = (slug: string): string => `/events/${encodeURIComponent(slug)}`;
export const derivationAddress = (slug: string, other: string): string =>
  `/derivations/${encodeURIComponent(slug)}/${encodeURIComponent(other)}`;
/** The words stand behind "#", where no server sees them. */
export const checkAddress = (text: string): string => `/check#text=${encodeURIComponent(text)}`;

/** Proposals of one article, or of all. */
export const reviewAddress = (articleSlug?: string): string =>
  articleSlug === undefined ? '/review' : `/review?article=${encodeURIComponent(articleSlug)}`;

/** The playground with a query in a tab of its own. */
export const playgroundAddress = (query: string, variables: unknown): string =>
  `/playground#query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables, null, 2))}`;
