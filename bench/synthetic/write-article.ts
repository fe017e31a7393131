import type { Span } from '../../src/text/span.ts';
import { PUBLISHERS, withThe, type Speaker, type SyntheticActor } from './actors.ts';
import type { SyntheticArticle, SyntheticQuotation } from './article.ts';
import { isName } from './edits/names-known.ts';
import { capitalised, marked } from './edits/edit.ts';
import type { ArticlePlan, Telling } from './plan.ts';
import type { Layout } from './setting.ts';

/** Writes an article down as its publisher does, and notes where everything stands. */
export const writeArticle = (plan: ArticlePlan): SyntheticArticle => new ArticleWriter(plan).write();

/** What a layout wrote: the words said, and those that tell who said them. */
type Written = Pick<SyntheticQuotation, 'parts' | 'cue' | 'source'>;

class ArticleWriter {
  #text = '';
  readonly #actors = new Map<string, SyntheticActor>();
  readonly #quotations: SyntheticQuotation[] = [];
  readonly #publisherNumber: number;
  readonly #marks: readonly [string, string];

  constructor(private readonly plan: ArticlePlan) {
    this.#publisherNumber = PUBLISHERS.indexOf(plan.publisher);
    this.#marks = this.#publisherNumber % 3 === 1 ? ['"', '"'] : ['“', '”'];
  }

  write(): SyntheticArticle {
    const { slug, title, publisher, day, paragraphs, madeFrom, copy } = this.plan;
    this.#actors.set(publisher.slug, publisher);
    this.#write(`${title}\n\n`);
    const style = CREDIT_STYLES[this.#publisherNumber % CREDIT_STYLES.length] ?? 'DATELINE';
    let credits = style === 'FOOT' ? null : this.#credit(style);
    for (const [index, pieces] of paragraphs.entries()) {
      if (index > 0) this.#write('\n\n');
      for (const [place, piece] of pieces.entries()) {
        if (place > 0) this.#write(' ');
        if (typeof piece === 'string') this.#write(piece);
        else this.#tell(piece);
      }
    }
    credits ??= this.#credit('FOOT');
    return {
      slug,
      title,
      text: `${this.#text}\n`,
      ...(day === null ? {} : { publishedDaysSinceEpoch: day }),
      ...credits,
      publisher: publisher.slug,
      actors: [...this.#actors.values()],
      quotations: this.#quotations,
      madeFrom,
      copy,
    };
  }

  #write(text: string): Span {
    const start = this.#text.length;
    this.#text += text;
    return { start, end: this.#text.length };
  }

  #credit(style: CreditStyle): Pick<SyntheticArticle, 'credit' | 'publishedAt'> {
    const { publisher, day, matter } = this.plan;
    const date = day === null ? null : dateWords(day);
    const writeDate = (before: string) => {
      if (date !== null) this.#write(before);
      return date === null ? null : this.#write(date);
    };
    if (style === 'DATELINE') {
      this.#write(matter.place.toUpperCase());
      const publishedAt = writeDate(', ');
      this.#write(' (');
      const credit = this.#write(publisher.name);
      this.#write(') – ');
      return { credit, publishedAt };
    }
    this.#write(style === 'BYLINE' ? 'From ' : '\n\n© ');
    const credit = this.#write(publisher.name);
    const publishedAt = writeDate(', ');
    if (style === 'BYLINE') this.#write('\n\n');
    return { credit, publishedAt };
  }

  #tell(telling: Telling): void {
    const { saying, edit, editedShare, isHard, setting } = telling;
    const { parts, cue, source } = this.#layouts[setting.layout](telling);
    const isNarration = setting.layout === 'TOLD';
    this.#quotations.push({
      start: parts[0]?.start ?? 0,
      end: parts.at(-1)?.end ?? 0,
      parts,
      cue,
      source,
      speaker: isNarration ? this.plan.publisher.slug : saying.speaker.slug,
      mode: MODES[setting.layout],
      utterance: saying.utterance,
      edit,
      editedShare,
      isHard,
      formula: saying.formula,
    });
  }

  readonly #layouts: Readonly<Record<Layout, (telling: Telling) => Written>> = {
    WORDS_FIRST: (telling) => {
      const words = this.#quote(closed(telling.words, ','));
      this.#write(' ');
      const named = this.#nameAndCue(telling, telling.setting.isInverted);
      this.#write('.');
      return { parts: [words], ...named };
    },
    SOURCE_FIRST: (telling) => {
      const named = this.#nameAndCue(telling, false);
      this.#write(': ');
      return { parts: [this.#quote(closed(telling.words, '.'))], ...named };
    },
    CUT: (telling) => {
      const [first, second] = cutInTwo(telling.words);
      if (second === '') return this.#layouts.WORDS_FIRST(telling);
      const opening = this.#quote(closed(first, ','));
      this.#write(' ');
      const named = this.#nameAndCue(telling, telling.setting.isInverted);
      this.#write(', ');
      return { parts: [opening, this.#quote(closed(second, '.'))], ...named };
    },
    BETWEEN: (telling) => {
      const end = telling.words.search(/(?<=[.?!]) \p{Lu}/u);
      if (end === -1) return this.#layouts.WORDS_FIRST(telling);
      const first = this.#quote(closed(telling.words.slice(0, end), ','));
      this.#write(' ');
      const named = this.#nameAndCue(telling, telling.setting.isInverted);
      this.#write('. ');
      return { parts: [first, this.#quote(closed(telling.words.slice(end + 1), '.'))], ...named };
    },
    ACCORDING: (telling) => {
      const cue = this.#write(telling.setting.cue);
      this.#write(' ');
      const source = this.#name(telling.saying.speaker, '');
      this.#write(', ');
      return { parts: [this.#quote(closed(telling.words, '.'))], cue, source };
    },
    FRAGMENT: (telling) => {
      const named = this.#nameAndCue(telling, false);
      this.#write(' ');
      return { parts: [this.#quote(closed(telling.words, '.'))], ...named };
    },
    PHRASE: (telling) => {
      const named = this.#nameAndCue(telling, false);
      this.#write(' ');
      const words = this.#quote(closed(telling.words, ''));
      this.#write(telling.setting.tail === '' ? '.' : ` ${telling.setting.tail}.`);
      return { parts: [words], ...named };
    },
    REPORTED: (telling) => {
      const named = this.#nameAndCue(telling, false);
      this.#write(' ');
      const { words } = telling;
      const isKept = isName(marked(words.split(' ')[0] ?? '').core);
      const content = this.#write(closed(isKept ? words : words.charAt(0).toLowerCase() + words.slice(1), ''));
      this.#write('.');
      return { parts: [content], ...named };
    },
    TOLD: (telling) => {
      const content = this.#write(capitalised(closed(telling.words, '')));
      this.#write('.');
      return { parts: [content], cue: null, source: null };
    },
  };

  #quote(words: string): Span {
    this.#write(this.#marks[0]);
    const span = this.#write(words);
    this.#write(this.#marks[1]);
    return span;
  }

  #nameAndCue({ saying, setting }: Telling, isCueFirst: boolean): { cue: Span; source: Span } {
    if (isCueFirst) {
      const cue = this.#write(setting.cue);
      this.#write(' ');
      return { cue, source: this.#name(saying.speaker, '') };
    }
    const source = this.#name(saying.speaker, ',');
    this.#write(' ');
    return { source, cue: this.#write(setting.cue) };
  }

  /** In full at first, with the office; later shorter. */
  #name(speaker: Speaker, behindOffice: ',' | ''): Span {
    const opens =
      this.#text === '' || (/[\n.”"] ?$/.test(this.#text.slice(-2)) && !/[,?!]["”] $/.test(this.#text.slice(-3)));
    const isKnown = this.#actors.has(speaker.slug);
    this.#actors.set(speaker.slug, { slug: speaker.slug, name: speaker.name, kind: speaker.kind });
    if (isKnown) return this.#write(opens ? capitalised(speaker.shortName) : speaker.shortName);
    const name = opens ? capitalised(withThe(speaker.name)) : withThe(speaker.name);
    const span = this.#write(speaker.office === null ? name : `${name}, ${speaker.office}`);
    if (speaker.office !== null) this.#write(behindOffice);
    return span;
  }
}

type CreditStyle = (typeof CREDIT_STYLES)[number];
const CREDIT_STYLES = ['DATELINE', 'BYLINE', 'DATELINE', 'FOOT'] as const;

const MODES: Readonly<Record<Layout, SyntheticQuotation['mode']>> = {
  WORDS_FIRST: 'DIRECT',
  SOURCE_FIRST: 'DIRECT',
  CUT: 'DIRECT',
  BETWEEN: 'DIRECT',
  ACCORDING: 'DIRECT',
  FRAGMENT: 'MIXED',
  PHRASE: 'MIXED',
  REPORTED: 'INDIRECT',
  TOLD: 'NARRATION',
};

/** The words with another mark at their end; what is asked or left open stays so. */
const closed = (words: string, mark: string): string =>
  /[?!…\]]$|\.\.\.$/.test(words) ? words : words.replace(/[ .,;:–]+$/, '') + mark;

const LEAST_OF_A_PART = 3;

/** Words cut in two where a speaker may breathe, the second part empty when they are too few. */
function cutInTwo(words: string): [string, string] {
  const all = words.split(' ');
  const places = [...all.keys()].filter((place) => place >= LEAST_OF_A_PART && all.length - place >= LEAST_OF_A_PART);
  const atComma = places.find((place) => (all[place - 1] ?? '').endsWith(','));
  const atJoint = places.find((place) => /^(?:because|and|but|while|if|to|in|that)$/.test(all[place] ?? ''));
  const place = atComma ?? atJoint;
  return place === undefined ? [words, ''] : [all.slice(0, place).join(' '), all.slice(place).join(' ')];
}

const DAY = 86_400_000;
const DATE_FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "3 May 2021" */
const dateWords = (daysSinceEpoch: number): string => DATE_FORMAT.format(daysSinceEpoch * DAY);
