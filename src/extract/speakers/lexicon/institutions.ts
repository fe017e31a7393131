import { wordList } from './word-list.ts';

/** Words that make a capitalised sequence the name of an organisation, in lower case. */
const ORGANISATION_WORDS = wordList(
  'academy action administration agency airlines alliance army assembly association associates authority bank board brigade ' +
    'bureau campaign center centre chamber church clinic club coalition college commission committee company conference ' +
    'congress constitution corp corporation council court department division duma enterprises exchange federation ' +
    'force forces foundation front fund government group guard holdings hospital house inc industries initiative institute ' +
    'institution international laboratory league legion llc llp ltd ministry mission motors movement museum nations navy ' +
    'network office organisation organization pac parliament partners partnership party police press project registry ' +
    'resources school senate service services society studio studios systems team technologies trust union university ' +
    'watch works committees caucus command securities insurance research strategies communications media entertainment ' +
    'airways national energy labs software capital airport tribunal embassy',
);
/** After these, "of" and "for" go on with the name: "Ministry of Foreign Affairs". */
export const TAKES_OF = wordList(
  'academy administration agency alliance army assembly association authority bank board bureau center centre chamber church ' +
    'coalition college commission committee confederation conference congress council court daughters department faculty ' +
    'federation foundation fund guild house institute institution league library ministry mission museum office organisation ' +
    'organization parliament party republic school society union university veterans voice youth sons americans citizens ' +
    'students women mothers doctors concerned campaign caucus friends',
);
/** Words that a company's or school's short name leaves out. */
export const DROPPED_IN_SHORT = wordList(
  'airlines associates bank campaign co college company corp corporation enterprises foundation fund group holdings inc ' +
    'industries institute international llc llp ltd motors organization partners systems technologies university',
);
/** Words that make a name that of an outlet. */
const OUTLET_WORDS = wordList(
  'times post news tribune herald journal gazette chronicle guardian telegraph observer inquirer examiner globe mirror ' +
    'sentinel register courier dispatch bulletin weekly magazine daily today tv radio television broadcasting newspaper ' +
    'review standard star sun independent mail express beast beacon',
);
/** Wires, papers, stations and sites that are widely known by a name which does not say what they are. */
const OUTLETS = wordList(
  'abc afp ap apnews axios bbc bloomberg breitbart buzzfeed cbs cnbc cnn economist espn forbes fox gawker interfax izvestia ' +
    'kcna kommersant kyodo mashable msnbc nbc newsmax newsweek npr nytimes pbs politico pravda reuters ria slate tass ' +
    'univision variety huffpo huffpost propublica politifact realclearpolitics haaretz vox wired wsj xinhua yonhap aljazeera jezebel telemundo c-span',
);
/** As the words of names are kept: without "of", and without a particle in front. */
const OUTLET_PHRASES = new Set([
  'associated press',
  'jazeera',
  'agence france-presse',
  'rodong sinmun',
  'der spiegel',
  'monde',
  'pais',
  'deutsche welle',
  'ria novosti',
  'radio free europe',
  'voice america',
  'wall street journal',
  'daily caller',
  'the hill',
  'huffington post',
]);
/** Bodies that are widely known by a name which does not say what they are. */
const ORGANISATIONS = wordList(
  'aclu bundestag cdc cia crowdstrike dnc doj duma epa eu facebook fbi fda gop google hamas hezbollah interpol irs ' +
    'isis kgb knesset kremlin linkedin microsoft nasa nato nra nsa opec pentagon rnc taliban tea twitter un unesco unicef ' +
    'amazon apple boeing exxonmobil intel monsanto nielsen pew treasury uber verizon walmart coca-cola who whatsapp wikileaks youtube instagram nypd nbcuniversal quinnipiac gallup supreme',
);
const ORGANISATION_PHRASES = new Set([
  'white house',
  'downing street',
  'blue house',
  'supreme court',
  'wall street',
  'european union',
  'capitol hill',
]);

/** Nouns in lower case that name a body and no person. */
const INSTITUTION_NOUNS = wordList(
  'academy administration agency alliance army association authority bank board bureau business cabinet camp campaign caucus ' +
    'church coalition college commission committee company conference corporation council court department embassy firm force ' +
    'foundation fund government group institute institution junta league legislature military ministry mission navy ' +
    'office organisation organization pac panel parliament party police regime school senate service store team ' +
    'think-tank tank union university army hospital studio startup nonprofit charity club committee militia ' +
    'federation delegation hotel establishment',
);
const OUTLET_NOUNS = wordList(
  'newspaper paper newswire wire tabloid daily weekly magazine broadcaster network station site website channel outlet ' +
    'publication journal blog television media podcast programme show',
);

export const isOrganisationWord = (key: string): boolean => ORGANISATION_WORDS.has(key);
export const isOutletWord = (key: string): boolean => OUTLET_WORDS.has(key);
export const isOutletName = (keys: readonly string[]): boolean =>
  OUTLETS.has(keys.join(' ')) || OUTLET_PHRASES.has(keys.join(' '));
export const isOrganisationName = (keys: readonly string[]): boolean =>
  ORGANISATIONS.has(keys.join(' ')) || ORGANISATION_PHRASES.has(keys.join(' '));
export const isInstitution = (noun: string): boolean => INSTITUTION_NOUNS.has(noun);
export const isOutletNoun = (noun: string): boolean => OUTLET_NOUNS.has(noun);

/** Words in names of bodies that a text calls by a more general noun: "the agency" for an Administration. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  agency: ['agency', 'administration', 'bureau', 'service'],
  company: [
    'company',
    'co',
    'corp',
    'corporation',
    'inc',
    'ltd',
    'llc',
    'motors',
    'airlines',
    'industries',
    'technologies',
    'systems',
    'energy',
    'group',
    'holdings',
    'bank',
    'partners',
  ],
  firm: [
    'company',
    'corp',
    'inc',
    'llp',
    'llc',
    'partners',
    'associates',
    'group',
    'strategies',
    'securities',
    'capital',
    'research',
  ],
  corporation: ['corporation', 'corp'],
  school: ['school', 'college', 'university', 'academy'],
  group: [
    'group',
    'association',
    'alliance',
    'coalition',
    'action',
    'foundation',
    'council',
    'league',
    'society',
    'union',
    'watch',
    'project',
    'movement',
    'pac',
    'committee',
    'network',
    'initiative',
    'fund',
    'center',
  ],
  organization: [
    'organization',
    'organisation',
    'association',
    'foundation',
    'federation',
    'institute',
    'league',
    'society',
    'council',
  ],
  organisation: [
    'organization',
    'organisation',
    'association',
    'foundation',
    'federation',
    'institute',
    'league',
    'society',
    'council',
  ],
  institute: ['institute', 'institution'],
  institution: ['institution', 'institute', 'college', 'university', 'museum', 'bank'],
  nonprofit: ['foundation', 'association', 'fund', 'institute'],
  charity: ['foundation', 'fund'],
  panel: ['committee', 'commission', 'board'],
  pac: ['pac', 'action'],
  tank: ['institute', 'institution', 'center', 'foundation'],
  court: ['court', 'tribunal'],
};

/** Whether a body whose name has these words may be called by a noun: "the ministry", "the company". */
export function mayBeCalled(noun: string, keys: readonly string[]): boolean {
  return keys.includes(noun) || (CALLED[noun]?.some((word) => keys.includes(word)) ?? false);
}
