import type { ReactNode } from 'react';

interface WordsFormProps {
  /** What the form is for, to those who do not see it. */
  readonly label: string;
  readonly placeholder: string;
  /** What was asked for. */
  readonly words: string;
  /** What the button says; without it Enter asks. */
  readonly button?: string;
  readonly onWords: (words: string) => void;
}

/** A line for words to look for. */
export function WordsForm({ label, placeholder, words, button, onWords }: WordsFormProps): ReactNode {
  return (
    <form
      role="search"
      aria-label={label}
      className="words-form"
      onSubmit={(event) => {
        event.preventDefault();
        onWords(valueOf(event.currentTarget, 'words'));
      }}
    >
      <input type="search" name="words" key={words} defaultValue={words} aria-label={label} placeholder={placeholder} />
      {button !== undefined && <button type="submit">{button}</button>}
    </form>
  );
}

interface BetweenFormProps {
  readonly from: string;
  readonly to: string;
  readonly onBetween: (from: string, to: string) => void;
}

/** Two times, as EDTF has them: a year, a month, a day. */
export function BetweenForm({ from, to, onBetween }: BetweenFormProps): ReactNode {
  return (
    <form
      className="between-form"
      onSubmit={(event) => {
        event.preventDefault();
        onBetween(valueOf(event.currentTarget, 'from'), valueOf(event.currentTarget, 'to'));
      }}
    >
      <label>
        from <input name="from" placeholder="2022-06" key={from} defaultValue={from} />
      </label>
      <label>
        to <input name="to" placeholder="2022-07-29" key={to} defaultValue={to} />
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}
