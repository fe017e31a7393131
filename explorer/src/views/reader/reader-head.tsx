import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Exact } from '../../parts/exact.tsx';
import { useParameters } from '../../parts/use-parameters.ts';
import { count, MODES } from '../../parts/words.ts';
import { actorAddress, articleAddress, changesAddress, derivationAddress } from '../../text/addresses.ts';
import type { ReadArticle } from './documents.ts';
import type { PlacedStatement } from './placed-statement.ts';

interface ReaderHeadProps {
  readonly article: ReadArticle;
  readonly version: { readonly number: number; readonly sha256: string };
  readonly placed: readonly PlacedStatement[];
  /** How many statements the article has; null until that is known. */
  readonly total: number | null;
  readonly problem: string | null;
  /** Whether the text gives the title itself. */
  readonly hasTitle: boolean;
}

/** What is known of an article, and what of it is shown. */
export function ReaderHead({ article, version, placed, total, problem, hasTitle }: ReaderHeadProps): ReactNode {
  const { slug, title, url, published, declared, credits, derivations } = article;
  return (
    <header className="reader-head">
      {!hasTitle && (
        <h1>
          <Exact>{title}</Exact>
        </h1>
      )}
      <p className="by">
        {credits.map(({ role, actor }) => (
          <span key={role + actor.slug}>
            {role.toLowerCase()}{' '}
            <Link href={actorAddress(actor.slug)}>
              <Exact>{actor.name}</Exact>
            </Link>
          </span>
        ))}
        {published && (
          <span className="figures" title={published.reasoning ?? undefined}>
            published {published.value}
          </span>
        )}
        {declared && <Declared declared={declared} />}
        {url && (
          <span>
            <a href={url} rel="noreferrer">
              {new URL(url).host}
            </a>
          </span>
        )}
        <Versions article={article} version={version} />
        <span className="figures" title={`SHA-256 of the text: ${version.sha256}`}>
          SHA-256 {version.sha256.slice(0, 8)}…
        </span>
      </p>
      {derivations.map(({ article: other, drawsOn, share }) => (
        <p key={other.slug} className="drawn">
          <Link href={derivationAddress(slug, other.slug)}>
            {Math.round(share * 100)} % of it{' '}
            {drawsOn === true ? 'retells' : drawsOn === false ? 'is retold in' : 'is shared with'} “
            <Exact>{other.title}</Exact>”
          </Link>
        </p>
      ))}
      {problem !== null && <p className="problem">The statements could not be read: {problem}</p>}
      <Shown placed={placed} total={total} />
    </header>
  );
}

function Declared({ declared }: { readonly declared: NonNullable<ReadArticle['declared']> }): ReactNode {
  const told = [declared.author, declared.publisher, declared.published].filter((one) => one !== null);
  if (told.length === 0) return null;
  return (
    <span title="Told by whoever brought the article in; no evidence">
      declared: <Exact>{told.join(', ')}</Exact>
    </span>
  );
}

function Versions({ article, version }: Pick<ReaderHeadProps, 'article' | 'version'>): ReactNode {
  const { versions, slug, currentVersion } = article;
  if (versions.nodes.length < 2) return null;
  const { number } = version;
  return (
    <>
      <span className="versions figures">
        version{' '}
        {versions.nodes.map((one) => (
          <Link
            key={one.number}
            href={
              one.number === currentVersion.number
                ? articleAddress(slug)
                : `${articleAddress(slug)}?version=${String(one.number)}`
            }
            aria-current={one.number === number ? 'true' : undefined}
          >
            {one.number}
          </Link>
        ))}
      </span>
      <span>
        <Link href={changesAddress(slug, number > 1 ? number - 1 : 1, number > 1 ? number : 2)}>what changed</Link>
      </span>
    </>
  );
}

function Shown({ placed, total }: Pick<ReaderHeadProps, 'placed' | 'total'>): ReactNode {
  const [parameters, change] = useParameters();
  const speakers = new Map<string, { name: string; statements: number }>();
  for (const { statement } of placed) {
    const { slug, name } = statement.speaker;
    speakers.set(slug, { name, statements: (speakers.get(slug)?.statements ?? 0) + 1 });
  }
  const ranked = [...speakers].sort(([, a], [, b]) => b.statements - a.statements);
  return (
    <div className="shown">
      <label>
        <span>Said by</span>
        <select
          value={parameters.get('speaker') ?? ''}
          onChange={({ target }) => {
            change({ speaker: target.value }, true);
          }}
        >
          <option value="">everybody ({total === null ? '…' : count(total, 'statement')})</option>
          {ranked.map(([slug, { name, statements }]) => (
            <option key={slug} value={slug}>
              {name} ({statements})
            </option>
          ))}
        </select>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={parameters.get('voice') !== 'off'}
          onChange={({ target }) => {
            change({ voice: target.checked ? '' : 'off' }, true);
          }}
        />
        <span>{MODES.NARRATION}</span>
      </label>
      <ul className="key" aria-label="What the marks mean">
        {(['DIRECT', 'MIXED', 'INDIRECT'] as const).map((mode) => (
          <li key={mode}>
            <span className={`quote mode-${mode.toLowerCase()}`}>{MODES[mode]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
