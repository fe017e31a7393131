import { bySpan, type Span } from '../text/span.ts';
import { attributionsIn } from './attributions/find-attributions.ts';
import type { Furniture } from './furniture/find-furniture.ts';
import { withoutAddressee } from './further-sources/told-outlet.ts';
import { withSource } from './further-sources/with-source.ts';
import { withWhoSaidIt } from './further-sources/with-who-said-it.ts';
import { withoutReporter } from './further-sources/without-reporter.ts';
import { nestedAttributions } from './nested/nested-attributions.ts';
import { isNameAlone } from './statements/is-name-alone.ts';
import { quotedAs } from './statements/quoted-as.ts';
import type { Attribution, ReadArticle } from './uncued/uncued-rule.ts';
import { UNCUED_RULES } from './uncued/uncued-rules.ts';

/**
 * Who says what in an article, by place: what the model finds, what the rules for words without a cue add to it, and what is
 * told within those.
 */
export function attributionsOf(article: ReadArticle, furniture: readonly Furniture[]): Attribution[] {
  const { text } = article;
  const found = Array.from(attributionsIn(text), ({ source, cue, content, confidence }): Attribution => ({
    source,
    cue,
    content,
    confidence,
    step: 'model',
  }))
    .filter(({ content }) => !isNameAlone(text, content))
    .map((attribution) => withSource(article, withoutReporter(text, withoutAddressee(text, attribution))))
    .map((attribution) => withWhoSaidIt(article, attribution));
  // Of what the model gives to nobody a rule may know whose it is.
  const isNobodys = ({ source, cue }: Attribution) => source.length + cue.length === 0;
  const known = UNCUED_RULES.reduce<readonly Attribution[]>(
    (attributions, { apply }) => apply(article, attributions),
    found.filter((attribution) => !isNobodys(attribution)),
  );
  const all = [...known, ...besides(known, found.filter(isNobodys))]
    .filter(({ content }) => content.length > 0)
    .flatMap((attribution) => quotedAs(text, attribution));
  const sorted = [...all, ...nestedAttributions(text, all)].sort((a, b) =>
    bySpan(a.content[0] ?? NOWHERE, b.content[0] ?? NOWHERE),
  );
  return outsideOf(furniture, sorted);
}

const NOWHERE: Span = { start: 0, end: 0 };

/** The attributions, in order, whose contents share nothing with those of known ones. */
function besides(known: readonly Attribution[], attributions: readonly Attribution[]): Attribution[] {
  const taken = known.flatMap(({ content }) => content).sort(bySpan);
  let [next, reach] = [0, 0];
  return attributions.filter(({ content }) => {
    const end = content.at(-1)?.end ?? 0;
    while (next < taken.length && (taken[next]?.start ?? 0) < end) {
      reach = Math.max(reach, taken[next]?.end ?? 0);
      next++;
    }
    return reach <= (content[0]?.start ?? 0);
  });
}

/** The attributions, in order, whose words are of the article. */
function outsideOf(furniture: readonly Furniture[], attributions: readonly Attribution[]): Attribution[] {
  let next = 0;
  return attributions.filter(({ content: [first = NOWHERE] }) => {
    while ((furniture[next]?.end ?? Infinity) <= first.start) next++;
    return first.start < (furniture[next]?.start ?? Infinity);
  });
}
