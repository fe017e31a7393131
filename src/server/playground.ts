import type { IncomingMessage, ServerResponse } from 'node:http';
import { ruruHTML } from 'ruru/server';
import { serveStatic } from 'ruru/static';
import { EXAMPLE_QUERIES } from './example-queries.ts';
import { respond, respondError } from './respond.ts';

/** Where the page's scripts and styles are served from. */
const ASSETS = '/playground/assets/';

/** A quotation mark. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><text x="16" y="42" font-size="56" font-family="Georgia,serif" text-anchor="middle" fill="#7a1f2b">“</text></svg>',
)}`;

/** The page may load from here alone. Its editor builds its workers and styles itself. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' blob:",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The in-browser IDE at /playground. Everything that it loads is served from here; a first visit finds a tab for each
 * example query, and "#query=…&variables=…" in the address opens another one.
 */
export function playground(): (request: IncomingMessage, response: ServerResponse, url: URL) => void {
  const html = ruruHTML({
    staticPath: ASSETS,
    endpoint: '/graphql',
    clientConfig: { initialQuery: EXAMPLE_QUERIES[0]?.query ?? '' },
    htmlParts: {
      metaTags: (tags) => `${tags}<link rel="icon" href="${ICON}" />`,
      titleTag: '<title>Verbatim – GraphQL playground</title>',
      headerScripts: (scripts) => `${scripts}<script>${openExamples()}${openAsked}</script>`,
    },
  });
  const assets = serveStatic(ASSETS);
  return (request, response, url) => {
    if (url.pathname === '/playground') {
      respond(response, 200, html, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'referrer-policy': 'no-referrer',
      });
      return;
    }
    assets(request, response, () => {
      respondError(response, 404, 'NOT_FOUND', 'There is no such file of the playground.');
    });
  };
}

/** Whether a person has opened the address of the API in a browser: it asks for a page, and sends no query. */
export const isVisit = ({ method, headers }: IncomingMessage, { search }: URL): boolean =>
  method === 'GET' && search === '' && (headers.accept ?? '').includes('text/html');

/** Leads whoever looks at the API to where it can be tried. */
export function leadToPlayground(response: ServerResponse): void {
  respond(response, 303, '', { location: '/playground', vary: 'accept' });
}

/** The IDE keeps its tabs in the browser's storage and takes them from there; who has tabs already keeps them. */
function openExamples(): string {
  const tabs = EXAMPLE_QUERIES.map(({ name, query }, index) => ({
    id: `example-${String(index)}`,
    hash: null,
    title: name,
    query,
    variables: null,
    headers: null,
    operationName: name,
    response: null,
  }));
  const state = JSON.stringify(JSON.stringify({ activeTabIndex: 0, tabs })).replaceAll('<', '\\u003c');
  return `if (!localStorage.getItem('graphiql:tabState')) localStorage.setItem('graphiql:tabState', ${state});`;
}

/**
 * Who comes with a query in the address finds it in a tab of its own, in front. It stands behind "#", where no server sees it,
 * and leaves the address at once, so that a page that is loaded again is the one that was left.
 */
const openAsked = `
const asked = new URLSearchParams(location.hash.slice(1));
if (asked.has('query')) {
  RURU_CONFIG.initialQuery = asked.get('query');
  RURU_CONFIG.initialVariables = asked.get('variables') ?? '';
  history.replaceState(null, '', location.pathname);
}`;
