import { memo, useMemo, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { CodePoints } from '../../../../src/text/code-points.ts';
import type { Span } from '../../../../src/text/span.ts';
import { Pieces } from '../../parts/exact.tsx';
import { FURNITURE_KINDS } from '../../parts/words.ts';
import { runs, type Marked } from '../../text/runs.ts';
import type { Block } from '../../text/blocks.ts';
import { copyExactly } from './copy-exactly.ts';
import type { ReadArticle } from './documents.ts';
import type { PlacedStatement } from './placed-statement.ts';

type FurnitureKind = ReadArticle['furniture'][number]['kind'];
/** What a stretch of the text is. */
type Mark =
  | { readonly of: 'statement'; readonly placed: PlacedStatement }
  | { readonly of: 'furniture'; readonly kind: FurnitureKind }
  | { readonly of: 'place' };

interface ArticleTextProps {
  readonly text: string;
  readonly language: string;
  readonly blocks: readonly Block[];
  /** Where the block begins that is the title; null where the text has none. */
  readonly titleAt: number | null;
  readonly statements: readonly PlacedStatement[];
  readonly furniture: readonly (Span & { readonly kind: FurnitureKind })[];
  readonly chosenId: string | null;
  /** The place that the address names, if it does. */
  readonly asked: Span | null;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly onChoose: (statementId: string) => void;
}

/** The nearer to the words that were said, the stronger the mark. */
const STRENGTH = ['DIRECT', 'MIXED', 'INDIRECT', 'NARRATION'] as const;

/** The text of an article, character for character, with its quotes marked where they stand. */
export function ArticleText(props: ArticleTextProps): ReactNode {
  const { text, language, blocks: all, titleAt, statements, furniture, chosenId, asked, root, onChoose } = props;
  const codePoints = useMemo(() => new CodePoints(text), [text]);
  const marks = useMemo(() => {
    const quotes = statements.flatMap((placed) =>
      placed.places.map(({ start, end }) => ({ start, end, mark: { of: 'statement', placed } as const })),
    );
    const others = furniture.map(({ start, end, kind }) => ({ start, end, mark: { of: 'furniture', kind } as const }));
    const place = asked ? [{ ...asked, mark: { of: 'place' } as const }] : [];
    return marksOfBlocks(all, [...others, ...quotes, ...place]);
  }, [all, statements, furniture, asked]);
  const choose = ({ target }: MouseEvent): void => {
    if (!(target instanceof Element) || window.getSelection()?.isCollapsed === false) return;
    const at = Number(target.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? NaN);
    const here = statements
      .filter(({ places }) => places.some(({ start, end }) => start <= at && at < end))
      .sort((a, b) => lengthOf(a) - lengthOf(b));
    // The shortest first; another click on the same words goes on to the next longer one.
    const next = here[(here.findIndex(({ statement }) => statement.id === chosenId) + 1) % here.length];
    if (next) onChoose(next.statement.id);
  };
  return (
    <div
      className="article-text"
      lang={language}
      ref={root}
      onClick={choose}
      onCopy={(event) => {
        if (root.current) copyExactly(root.current, text, event);
      }}
    >
      {all.map((block, index) => {
        const here = marks[index] ?? [];
        return (
          <Paragraph
            key={block.start}
            text={text}
            block={block}
            offset={codePoints.fromUtf16(block.start)}
            marks={here}
            isTitle={block.start === titleAt}
            chosenId={here.some(({ mark }) => isOf(mark, chosenId)) ? chosenId : null}
          />
        );
      })}
    </div>
  );
}

interface ParagraphProps {
  readonly text: string;
  readonly block: Block;
  /** Of its first character, in code points. */
  readonly offset: number;
  readonly marks: readonly Marked<Mark>[];
  readonly isTitle: boolean;
  readonly chosenId: string | null;
}

const Paragraph = memo(function Paragraph({ text, block, offset, marks, isTitle, chosenId }: ParagraphProps) {
  const gap = text.slice(block.end, block.next);
  const kind = furnitureOf(block, marks);
  const Element = isTitle ? 'h1' : 'p';
  return (
    <div className={['block', kind && `furniture ${kind.toLowerCase()}`].filter(Boolean).join(' ')}>
      {block.end > block.start && (
        <Element
          dir="auto"
          className="exact"
          data-offset={offset}
          title={kind ? `Not part of what the article says: ${FURNITURE_KINDS[kind]}` : undefined}
        >
          {runs(block, marks).map((run) => (
            <span key={run.start} data-at={run.start} className={classOf(run.marks, chosenId)}>
              <Pieces text={text.slice(run.start, run.end)} />
            </span>
          ))}
        </Element>
      )}
      {/^[\n\r\t ]*$/.test(gap) ? (
        <span hidden>{gap}</span>
      ) : (
        <p className="exact">
          <Pieces text={gap} />
        </p>
      )}
    </div>
  );
});

function classOf(marks: readonly Mark[], chosenId: string | null): string | undefined {
  const modes = new Set(marks.flatMap((mark) => (mark.of === 'statement' ? [mark.placed.statement.mode] : [])));
  const strongest = STRENGTH.find((mode) => modes.has(mode));
  const classes = [
    ...(strongest ? ['quote', `mode-${strongest.toLowerCase()}`] : []),
    ...(marks.some((mark) => isOf(mark, chosenId)) ? ['chosen'] : []),
    ...(marks.some(({ of }) => of === 'place') ? ['asked'] : []),
  ];
  return classes.length > 0 ? classes.join(' ') : undefined;
}

/** The kind of a block that is furniture from its beginning to its end. */
const furnitureOf = (block: Span, marks: readonly Marked<Mark>[]): FurnitureKind | null => {
  const whole = marks.find(
    ({ mark, start, end }) => mark.of === 'furniture' && start <= block.start && block.end <= end,
  );
  return whole?.mark.of === 'furniture' ? whole.mark.kind : null;
};

const isOf = (mark: Mark, statementId: string | null): boolean =>
  mark.of === 'statement' && mark.placed.statement.id === statementId;

const lengthOf = ({ places }: PlacedStatement): number =>
  places.reduce((length, { start, end }) => length + end - start, 0);

/** The marks that touch each block. Blocks are in order; a mark may touch several. */
function marksOfBlocks(all: readonly Block[], marks: readonly Marked<Mark>[]): Marked<Mark>[][] {
  const found: Marked<Mark>[][] = all.map(() => []);
  for (const marked of marks) {
    for (let index = firstEndingAfter(all, marked.start); index < all.length; index++) {
      const block = all[index];
      if (!block || block.start >= marked.end) break;
      found[index]?.push(marked);
    }
  }
  return found;
}

function firstEndingAfter(all: readonly Block[], offset: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
