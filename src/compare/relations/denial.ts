import { contentWords } from '../../text/content-words.ts';
import { closeness } from '../closeness.ts';
import type { ComparedStatement } from '../compared-statement.ts';
import { firstAt, type ComparedText } from '../compared-text.ts';
import { worded, type ProposedRelation, type WordedStatement } from './rule.ts';

/** Cues by which a speaker says that something is not so. */
const DENIALS = /\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|rebut(?:s|ted)|dismiss(?:es|ed)|reject(?:s|ed) as)\b/iu;
/** A denial that names what it denies only by what it is: "these reports". */
const NAMED =
  /^(?:this|that|these|those|such|the)\s+(reports?|claims?|allegations?|accusations?|assertions?|rumou?rs?)\W*$/iu;
/** So many sentences back at most stands what it means. */
const NEAR = 3;
/** A denial that repeats what it denies has so much of its words. */
const REPEATED = { words: 4, containment: 0.7 };

/**
 * What the denials among the statements of an article contradict: "the ministry denied these reports", after reports; or
 * "denied that …", when somebody else says just this.
 *
 * @param statements of one article, in the order of the text
 */
export function denials(text: ComparedText, statements: readonly ComparedStatement[]): ProposedRelation[] {
  const all = statements.map((statement) => worded(text, statement));
  return all
    .filter(({ statement }) => DENIALS.test(statement.cue))
    .flatMap((denial) => {
      const { id, speakerId, source, cue } = denial.statement;
      const others = all.filter(
        ({ statement }) => statement.speakerId !== speakerId && statement.polarity === 'AFFIRMED',
      );
      const denied = namedBy(text, denial, others) ?? repeatedBy(denial, others);
      if (!denied) return [];
      const rationale = `“${source} … ${cue} … ${denial.content.join(' … ')}” denies “${denied.content.join(' … ')}”.`;
      return [{ fromId: id, toId: denied.statement.id, type: 'CONTRADICTS' as const, rationale }];
    });
}

/** The last one before a denial that is called what the denial calls it. */
function namedBy(
  text: ComparedText,
  denial: WordedStatement,
  others: readonly WordedStatement[],
): WordedStatement | undefined {
  const noun = denial.content.length === 1 ? NAMED.exec(denial.content[0]?.trim() ?? '')?.[1] : undefined;
  if (noun === undefined) return undefined;
  const sought = contentWords(noun)[0]?.stem;
  const sentenceOf = ({ statement }: WordedStatement) =>
    firstAt(text.sentences, (statement.content[0]?.start ?? 0) + 1);
  return others.findLast((other) => {
    const before = sentenceOf(denial) - sentenceOf(other);
    const { source, cue } = other.statement;
    return before >= 0 && before <= NEAR && contentWords(`${source} ${cue}`).some(({ stem }) => stem === sought);
  });
}

function repeatedBy(denial: WordedStatement, others: readonly WordedStatement[]): WordedStatement | undefined {
  return others
    .map((other) => ({ other, close: closeness(denial.words, other.words) }))
    .filter(({ close }) => close.words >= REPEATED.words && close.containment >= REPEATED.containment)
    .sort((a, b) => b.close.similarity - a.close.similarity)[0]?.other;
}
