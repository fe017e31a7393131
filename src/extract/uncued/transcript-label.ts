import { paragraphAt } from '../../text/paragraphs.ts';
import { attributionsByParagraph, withMore } from './uncovered.ts';
import type { Attribution, UncuedRule } from './uncued-rule.ts';

/** How sure it is that what follows a name in capitals and a colon is spoken. */
const SURE = 0.9;
/** A name in capitals, perhaps with a title before or an office in brackets behind: "PENCE:", "MR. EARNEST:", "COOPER (host):". */
const LABEL =
  /^\s*((?:[A-Z][\p{Ll}]{0,3}\. )?\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3})(?: \([^()\n]{1,60}\))?(:)\s+(?=\S)/u;
/** Labels that name no speaker. */
const NO_SPEAKER = new Set(
  'UPDATE NOTE EDITOR BREAKING RELATED VIDEO PHOTO PHOTOS WATCH READ MORE SOURCE SOURCES CORRECTION'.split(' '),
);

/** PENCE: We will win. – in a transcript each paragraph opens with who speaks in it. */
export const transcriptLabel: UncuedRule = {
  name: 'named by a label',
  apply: (article, known) => {
    const { text, paragraphs } = article;
    const inParagraph = attributionsByParagraph(article, known);
    const found = paragraphs.flatMap((paragraph): Attribution[] => {
      const match = LABEL.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 160)));
      const [whole = '', label = ''] = match ?? [];
      if (!match || NO_SPEAKER.has(label.split(' ')[0] ?? '')) return [];
      const at = paragraph.start + whole.indexOf(label);
      const colon = paragraph.start + whole.lastIndexOf(':');
      const content = { start: paragraph.start + whole.length, end: withoutSpace(text, paragraph.end) };
      const others = inParagraph.get(paragraphAt(paragraphs, content.start)) ?? [];
      if (others.some((index) => known[index]?.source.some(({ start }) => start < content.start))) return [];
      return [
        {
          source: [{ start: at, end: at + label.length }],
          cue: [{ start: colon, end: colon + 1 }],
          content: [content],
          confidence: SURE,
          step: transcriptLabel.name,
        },
      ];
    });
    return withMore(known, new Map(), found);
  },
};

function withoutSpace(text: string, end: number): number {
  while (/\s/.test(text[end - 1] ?? '')) end--;
  return end;
}
