import { wordList } from './word-list.ts';

const phrases = (list: string): ReadonlySet<string> => new Set(list.split(', '));

/** Countries, and capitals that news uses for their governments. Which capital is whose is not told here. */
const STATES = phrases(
  'afghanistan, america, argentina, armenia, australia, austria, azerbaijan, bangladesh, belarus, belgium, bolivia, brazil, britain, bulgaria, ' +
    'cambodia, canada, chile, china, colombia, croatia, cuba, cyprus, denmark, ecuador, egypt, england, eritrea, estonia, ethiopia, ' +
    'finland, france, germany, ghana, great britain, greece, guatemala, haiti, honduras, hungary, iceland, india, indonesia, iran, ' +
    'iraq, ireland, israel, italy, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, libya, lithuania, ' +
    'malaysia, mali, mexico, moldova, mongolia, montenegro, morocco, myanmar, nepal, netherlands, new zealand, nicaragua, niger, nigeria, ' +
    'north korea, norway, pakistan, panama, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, saudi arabia, senegal, ' +
    'serbia, singapore, slovakia, slovenia, somalia, south africa, south korea, soviet union, spain, sri lanka, sudan, sweden, ' +
    'switzerland, syria, taiwan, tajikistan, thailand, tunisia, turkey, turkmenistan, uganda, uk, ukraine, united arab emirates, ' +
    'united kingdom, united states, united states of america, uruguay, us, usa, ussr, uzbekistan, vatican, venezuela, vietnam, yemen, zimbabwe, ' +
    'ankara, athens, baghdad, beijing, berlin, brussels, cairo, canberra, damascus, delhi, havana, islamabad, jerusalem, kabul, ' +
    'kiev, kyiv, london, madrid, minsk, moscow, new delhi, ottawa, paris, pyongyang, riyadh, rome, seoul, tehran, tokyo, tripoli, warsaw, washington',
);
const TERRITORIES = phrases(
  'abkhazia, alabama, alaska, arizona, arkansas, california, catalonia, chechnya, colorado, connecticut, crimea, dagestan, delaware, ' +
    'donbas, donetsk, florida, gaza, georgia, greenland, guam, hawaii, hong kong, idaho, illinois, indiana, iowa, kansas, kentucky, ' +
    'kurdistan, louisiana, luhansk, lugansk, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, ' +
    'nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, northern ireland, ohio, oklahoma, oregon, ' +
    'palestine, pennsylvania, puerto rico, quebec, rhode island, scotland, south carolina, south dakota, south ossetia, tennessee, texas, ' +
    'fla, calif, ariz, conn, ind, kan, ky, mich, minn, mont, neb, nev, okla, ore, pa, tenn, tex, vt, wis, wyo, dc, tibet, transnistria, utah, vermont, virginia, wales, west bank, west virginia, wisconsin, wyoming, xinjiang, chicago, los angeles, boston, ' +
    'dallas, houston, miami, detroit, philadelphia, san francisco, seattle, cleveland, las vegas, manhattan, brooklyn',
);
const TERRITORY_WORDS = wordList('republic region province county oblast territory district emirate city');

export const isState = (keys: readonly string[]): boolean => STATES.has(keys.join(' '));
export const isTerritory = (keys: readonly string[]): boolean =>
  TERRITORIES.has(keys.join(' ')) || (keys.length > 1 && TERRITORY_WORDS.has(keys.at(-1) ?? ''));
/** Whether words that begin a longer name say where something is: "New York" in "New York Times". */
export const isPlace = (keys: readonly string[]): boolean => isState(keys) || isTerritory(keys);

const PEOPLES = wordList(
  'american british french german russian ukrainian chinese japanese korean iranian iraqi israeli palestinian syrian turkish ' +
    'indian pakistani afghan mexican canadian cuban italian spanish greek polish hungarian romanian bulgarian serbian ' +
    'european african asian arab latino hispanic saudi egyptian brazilian venezuelan colombian australian irish scottish ' +
    'english welsh dutch belgian swedish norwegian danish finnish swiss austrian czech soviet muslim christian jewish catholic ' +
    'evangelical protestant sunni shiite kurdish vietnamese cambodian filipino indonesian malaysian thai kenyan nigerian ' +
    'ethiopian somali libyan tunisian moroccan yemeni lebanese jordanian georgian armenian belarusian moldovan kazakh ' +
    'republican democratic democrat conservative liberal labour socialist communist libertarian separatist islamist western ' +
    'jew dem texan californian floridian iowan north-korean northern southern eastern',
);
/** Whether a capitalised word says of what people, faith or party somebody or something is. */
export const isPeople = (key: string): boolean => PEOPLES.has(key);

/** The same in the plural, as a noun: "Republicans", "Russians". */
export const isPeoplePlural = (key: string): boolean => key.endsWith('s') && PEOPLES.has(key.slice(0, -1));
