import type { Attribution, ReadArticle } from '../../../src/extract/uncued/uncued-rule.ts';
import { paragraphs } from '../../../src/text/paragraphs.ts';
import { quotations } from '../../../src/text/quotations.ts';
import { sentences } from '../../../src/text/sentences.ts';
import type { Span } from '../../../src/text/span.ts';

const CLOSES: Readonly<Record<string, string>> = { '{': '}', '⟨': '⟩', '⟦': '⟧' };

/** An article with one attribution: its source between { and }, its cue between ⟨ and ⟩, its content between ⟦ and ⟧. */
export function readMarkedAttribution(marked: string): {
  readonly article: ReadArticle;
  readonly attribution: Attribution;
} {
  const spans: Record<string, Span[]> = { '{': [], '⟨': [], '⟦': [] };
  const open: { readonly start: number; readonly mark: string }[] = [];
  let text = '';
  for (const character of marked) {
    const last = open.at(-1);
    if (character in CLOSES) open.push({ start: text.length, mark: character });
    else if (last && CLOSES[last.mark] === character) {
      open.pop();
      spans[last.mark]?.push({ start: last.start, end: text.length });
    } else text += character;
  }
  return {
    article: { text, paragraphs: paragraphs(text), sentences: sentences(text), quotations: quotations(text) },
    attribution: {
      source: spans['{'] ?? [],
      cue: spans['⟨'] ?? [],
      content: spans['⟦'] ?? [],
      confidence: 1,
      step: 'model',
    },
  };
}
