import { stemmer } from 'stemmer';

/** Grammatical classes of words that can be listed, each a line. Written for this module; the model learns what they are worth. */
const CLOSED_CLASSES: Readonly<Record<string, string>> = {
  DETERMINER:
    'a an the this these those some any no every each either neither another both all many few several most such',
  POSSESSIVE: 'my your his her its our their whose',
  PRONOUN: 'i you he she it we they one ones someone somebody anyone everybody everyone nobody others many',
  OBJECT: 'me him us them himself herself itself themselves myself yourself ourselves',
  THAT: 'that',
  WHETHER: 'if whether',
  QUESTION: 'what why how when where which',
  WHO: 'who whom',
  BE: "is are was were be been being am 's 're 'm",
  HAVE: "has have had having 've 'd",
  DO: 'do does did doing done',
  MODAL: "will would can could may might shall should must 'll cannot",
  NOT: "not n't never no",
  TO: 'to',
  OF: 'of',
  FOR: 'for',
  AS: 'as',
  BY: 'by',
  ABOUT: 'about over regarding concerning',
  WITH: 'with without against',
  PREPOSITION:
    'in on at from into onto through during before after between among under above near around across since until toward towards within beyond behind despite',
  AND: 'and or nor',
  BUT: 'but yet so then',
  CONJUNCTION: 'because while although though unless whereas once than like except',
  ADVERB:
    'also still even just only now again often always later earlier already once twice here there too very more less rather instead however perhaps maybe almost soon ago',
  NUMBER:
    'two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions billion first second third half percent',
  TIME: 'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year years day night morning evening afternoon january february march april june july august september october november december',
  TITLE:
    'mr mrs ms dr gov sen rep rev prof gen col lt sgt capt judge justice president senator representative congressman congresswoman governor mayor secretary chairman chairwoman director minister ambassador attorney sheriff king queen prince pope bishop',
};

/** Words that report, by what they report; matched by stem, so that all forms of a word belong. */
const REPORTING: Readonly<Record<string, string>> = {
  SAY:
    'say tell add note explain state declare announce report write reply respond answer ask argue claim insist assert maintain contend ' +
    'acknowledge admit concede confirm deny dispute reiterate repeat remark comment observe quip joke mention recall recount describe ' +
    'testify tweet post continue conclude caution warn predict forecast estimate suggest imply indicate stress emphasize point elaborate ' +
    'clarify disclose reveal allege accuse charge blame complain lament criticize blast slam attack denounce condemn decry deride mock ' +
    'praise laud hail tout applaud thank apologize promise pledge vow swear threaten urge advise recommend propose request demand call ' +
    'order instruct invite appeal plead beg encourage challenge counter rebut retort object protest defend justify echo agree disagree ' +
    'cite quote read shout yell scream cry whisper mutter murmur sing chant boast brag speak talk discuss address outline detail portray ' +
    'label dub brand characterize question wonder speculate muse opine assure remind inform notify brief teach preach lecture rail vent fume ' +
    'interject interrupt exclaim proclaim profess concur rule decide signal hint publish broadcast dismiss reject rebuke chide scold tease taunt',
  THINK:
    'think believe know feel understand consider doubt suspect assume presume imagine suppose expect anticipate fear worry hope wish ' +
    'dream realize recognize remember forget learn discover find conclude judge view see regard perceive figure guess reckon trust ' +
    'like love hate dislike admire respect resent regret support oppose favor prefer endorse back approve disapprove accept embrace ' +
    'care appreciate sense envision interpret ponder contemplate mull weigh',
  WANT:
    'want plan intend aim seek try attempt hope decide choose agree refuse decline vow prepare consider threaten offer promise ' +
    'push press lobby fight work strive struggle determine opt resolve pursue vie bid look hop mean need require',
  SHOW: 'show find indicate suggest reveal demonstrate prove confirm illustrate depict portray imply reflect document detail list rank rate poll survey',
  NOUN:
    'statement claim report comment remark announcement argument assertion allegation accusation suggestion warning prediction estimate ' +
    'belief view opinion idea notion thought feeling sense impression perception concern fear worry hope expectation doubt suspicion ' +
    'conviction conclusion finding decision determination recommendation proposal plan pledge promise vow commitment threat demand request ' +
    'call appeal plea question answer response reply reaction criticism attack praise support opposition endorsement objection complaint ' +
    'denial admission confession acknowledgment apology explanation description account story interview speech address message letter email ' +
    'tweet post memo document testimony lawsuit complaint filing ruling poll survey study analysis review assessment evidence rumor word ' +
    'desire wish intention effort attempt bid push quest goal ambition willingness refusal insistence reluctance interest theory interpretation ' +
    'confidence optimism skepticism disappointment outrage anger frustration approval news signal sign vision attitude position stance',
  FEELING:
    'confident sure certain convinced aware unaware clear hopeful optimistic pessimistic skeptical doubtful afraid worried concerned anxious ' +
    'nervous happy glad pleased proud sorry sad upset angry mad furious frustrated disappointed surprised shocked stunned amazed eager ready ' +
    'willing unwilling reluctant determined committed interested inclined likely unlikely expected supposed unsure uncertain critical supportive ' +
    'adamant wary curious keen open poised prepared set bound fond grateful thankful ashamed disgusted excited thrilled enthusiastic',
  ACCORDING: 'according',
  PERHAPS:
    'allegedly reportedly apparently supposedly presumably purportedly reputedly seemingly ostensibly alleged purported reported apparent supposed so-called',
};

/** Nouns for people and bodies that speak. */
const SPEAKERS =
  'official officials spokesman spokeswoman spokesperson aide aides adviser advisor analyst expert critic supporter opponent voter voters leader ' +
  'leaders candidate candidates lawmaker lawmakers republican republicans democrat democrats conservative liberal reporter reporters journalist source sources ' +
  'police prosecutor prosecutors lawyer lawyers attorney attorneys judge court campaign committee group groups organization agency department ministry government ' +
  'administration company firm union newspaper magazine network poll polls survey study report document documents email emails strategist pollster ' +
  'professor scientist scientists researcher researchers economist historian author writer columnist editor doctor patient student teacher parent ' +
  'resident neighbor witness victim family friend friends woman man women men people person americans activist advocate director manager chief ' +
  'executive investor member members staff team president nominee senator governor mayor secretary chairman';

/** Words after which a full stop does not end a sentence. */
const ABBREVIATIONS =
  'mr mrs ms dr prof rev hon gen gov sen rep reps sens govs lt col capt cmdr adm sgt maj st jr sr messrs vs etc no inc ltd co corp ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo ' +
  'mont neb nev okla ore pa tenn tex va vt wash wis wyo ph';

const split = (words: string): string[] => words.split(' ').filter(Boolean);

function numbered(classes: Readonly<Record<string, string>>, keyOf: (word: string) => string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [index, words] of Object.values(classes).entries()) {
    for (const word of split(words)) {
      const key = keyOf(word);
      numbers.set(key, (numbers.get(key) ?? 0) | (1 << index));
    }
  }
  return numbers;
}

const closed = numbered(CLOSED_CLASSES, (word) => word);
const reporting = numbered(REPORTING, stemmer);
/** Irregular forms, which no stemming leads to their word. */
for (const pair of split(
  'said:say told:tell wrote:write written:write thought:think knew:know known:know felt:feel saw:see seen:see found:find understood:understand spoke:speak spoken:speak swore:swear sang:sing sought:seek chose:choose meant:mean heard:hear',
)) {
  const [form = '', word = ''] = pair.split(':');
  const classes = reporting.get(stemmer(word));
  if (classes !== undefined) reporting.set(form, classes);
}
const speakers = new Set(split(SPEAKERS));
const abbreviations = new Set(split(ABBREVIATIONS));

/** A word that may say that something is said, by SAY and SHOW, one of the likeliest. */
const OF_SAYING = 0b1001;

/** Closed classes of a lower-case word as bits, 0 if it is in none. */
export const closedClassOf = (word: string): number => closed.get(word) ?? 0;
/** What a word reports, as bits, 0 if nothing: by its stem, or by itself for an irregular form. */
export const reportingOf = (word: string, stem: string): number => reporting.get(word) ?? reporting.get(stem) ?? 0;
/** Whether those bits are of a word of saying. */
export const isOfSaying = (bits: number): boolean => (bits & OF_SAYING) !== 0;
/** Whether a lower-case word is one for people or bodies that speak. */
export const isSpeaker = (word: string): boolean => speakers.has(word);
/** Whether a full stop after a lower-case word may be an abbreviation's. */
export const isAbbreviation = (word: string): boolean => abbreviations.has(word);
