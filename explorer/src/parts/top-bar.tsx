import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { WordsForm } from './words-form.tsx';

const VIEWS = [
  ['/', 'Articles'],
  ['/check', 'Check'],
  ['/actors', 'Actors'],
  ['/timeline', 'Timeline'],
  ['/network', 'Network'],
  ['/review', 'Review'],
] as const;

/** Name, ways, and search: what stands above every page. */
export function TopBar(): ReactNode {
  const [path, navigate] = useLocation();
  return (
    <header className="top-bar">
      <Link href="/" className="name">
        <img src="/assets/icon.svg" alt="" width="22" height="22" />
        Verbatim
      </Link>
      <nav aria-label="Views">
        <ul>
          {VIEWS.map(([address, name]) => (
            <li key={address}>
              <Link href={address} aria-current={path === address ? 'page' : undefined}>
                {name}
              </Link>
            </li>
          ))}
          <li>
            <a href="/playground">API</a>
          </li>
        </ul>
      </nav>
      <WordsForm
        label="Search the corpus"
        placeholder="Search"
        words=""
        onWords={(words) => {
          if (words !== '') navigate(`/search?q=${encodeURIComponent(words)}`);
        }}
      />
      <ThemeSwitch />
    </header>
  );
}

/** Light or dark; until somebody chooses, what the system has. */
function ThemeSwitch(): ReactNode {
  const [theme, setTheme] = useState(() => document.documentElement.dataset['theme'] ?? 'system');
  const next = { system: 'dark', dark: 'light', light: 'system' }[theme] ?? 'system';
  return (
    <button
      type="button"
      className="theme"
      aria-label={`Colours: ${theme}. Change to ${next}.`}
      title={`Colours: ${theme}`}
      onClick={() => {
        setTheme(next);
        if (next === 'system') delete document.documentElement.dataset['theme'];
        else document.documentElement.dataset['theme'] = next;
        try {
          localStorage.setItem('verbatim:theme', next);
        } catch {
          // A browser that keeps nothing forgets the choice with the page.
        }
      }}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
    </button>
  );
}
