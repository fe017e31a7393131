import { useState, type ReactNode } from 'react';
import { quoteAddress } from '../../text/addresses.ts';
import type { ReadStatement } from './documents.ts';

/** Puts the words, where they stand, and the hash of the text that they stand in on the clipboard. */
export function CopyCitation({ statement }: { readonly statement: ReadStatement }): ReactNode {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = (): void => {
    navigator.clipboard.writeText(citation(statement, window.location.origin)).then(
      () => {
        setState('copied');
      },
      () => {
        setState('refused');
      },
    );
  };
  return (
    <p className="copy">
      <button type="button" onClick={copy}>
        Copy as a citation
      </button>{' '}
      <span role="status" className="soft">
        {state === 'copied' && 'Copied.'}
        {state === 'refused' && 'This browser does not let the page copy.'}
      </span>
    </p>
  );
}

/** Words, chain, place and hash: what somebody else needs to find the words again, and to see that they are the same. */
function citation({ quotes, attribution, article }: ReadStatement, origin: string): string {
  const words = quotes.map(({ exact }) => `“${exact}”`).join(' … ');
  const chain = [...attribution].reverse().map(({ actor }) => actor.name);
  const places = quotes.map(
    ({ id, start, end, version, sha256 }) =>
      `Version ${String(version.number)}, code points ${String(start)} to ${String(end)}, SHA-256 ${sha256.sha256}\n` +
      `${origin}${quoteAddress(article.slug, id)}`,
  );
  const published = article.published ? `, ${article.published.value}` : '';
  return [
    words,
    `— ${chain.join(', according to ')}, in “${article.title}”${published}`,
    ...(article.url === null ? [] : [article.url]),
    ...places,
  ].join('\n');
}
