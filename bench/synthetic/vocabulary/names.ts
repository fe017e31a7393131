import { words } from './topic.ts';

/** Invented, or at least nobody's in particular. */
export const FIRST_NAMES = words(`
  Mara Tobin Ilsa Corvin Edda Jorrit Salka Benno Tamsin Rurik Odile Pavo Linnea Garrick Zenna Hollis Ysolde Dario Petra
  Anselm Kaja Lorcan Vesna Emrys Tilda Osric Nadja Florin Greta Casimir Runa Leopold Sunniva Marek Delphine Ivo Halina
  Bertil Noor Evander Sidonie Kasper Thea Ludo Amara Stellan Rosalba Janek Elspeth Damir Oriel Hendrik Saskia Tancred
  Milena Aldous Freya Radko Imelda Joost Nerys Caspian Ottilie Zoltan Brida Fabrice Inga Matthis Leocadia Orson Katrin
  Silvan Morwenna Andrej Philippa Tycho Jadwiga Alaric Soraya Bohdan Clemence Egil Ramona Vidar Hester Lazar Oona Quentin
  Dagny Tiberiu Wilma Ambrose Lucija Godfrey Sanna Piers Valda Emeric Nika Roderick Solveig Teodor Marisol Eskil Beatrix
  Yannick Orla Konrad Livia Fergus Annika Dragan Isolde Magnus Rhea Wendel Tova Cyril Zofia Alban Merete Ignac Åsa Jiří
`);

const SURNAME_STEMS = words(`
  Ald Bar Cor Dun Els Far Gar Hal Ing Jar Kel Lor Mar Nor Orm Pel Quar Ros Sel Tor Ul Var Wes Yar Zel Brand Cren Drav
  Fenn Grim Hest Kov Lind Morv Ness Ost Prest Rav Stav Thorn Vold Wick Zor Bél Dorn Krist Mall Sten
`);
const SURNAME_ENDINGS = words('mere wick ström ovic enko ani sen by dale vik ardi escu man inski oud ley');

const SURNAME_COUNT = SURNAME_STEMS.length * SURNAME_ENDINGS.length;
/** Has no factor in common with the number of surnames, so that each one comes once. */
const STRIDE = 331;

/** Invented surnames: every stem with every ending, in an order in which like ones are far from each other. */
export const SURNAMES: readonly string[] = Array.from({ length: SURNAME_COUNT }, (_, index) => {
  const place = (index * STRIDE) % SURNAME_COUNT;
  return `${SURNAME_STEMS[place % SURNAME_STEMS.length] ?? ''}${SURNAME_ENDINGS[Math.floor(place / SURNAME_STEMS.length)] ?? ''}`;
});

export const PLACES = words(`
  Harrowgate Tolven Maresk Brennmoor Port_Callan Velsk Ostermark Dunvarra Kessel_Bay Lorrach Stannick Upper_Wend Zarovo
  Felsing Grauwick Tarnholm Ilmenau_Bridge Corriva Eastmere Nordhaven Pellory Rostava Saltney_Quay Thornby Ulverde Vantaa_Falls
  Westering Yarrowby Quillan Mirabor Skarsund Aldermoor Bistrava Cape_Lorne Dragsholt Esker_Hill Fonteval Glimmerdal
  Hoxford Iverness Jaspary Kolmora Lannock Monteluce Nether_Vale Orvinia Pradnik Raventhorpe Sorrel_Cross Trevannon
  Umbria_Point Vessely Wolmar Arkady Blackfen Cresthaven Drumlane Elmsport Fairwater Gostrava Hallin_Ferry Kirnau
`);

export const OUTLETS = words(`
  The_Harrow_Gazette Meridian_Wire Northern_Courier The_Daily_Lantern Coast_Tribune Ostermark_Post The_Velsk_Herald
  Capital_Ledger Union_Press_Agency The_Evening_Beacon Morning_Standard Valley_Observer The_Tolven_Times Federal_Dispatch
  The_Inland_Review Harbour_News City_Examiner The_Rostava_Mirror Plains_Reporter New_Chronicle The_Weekly_Compass
  Public_Broadcast_One Radio_Skarsund Frontier_Bulletin The_Open_Page Citizen_Daily Eastern_Monitor The_Sorrel_Register
  Continental_Newswire Uplands_Journal The_Sentinel Metro_Seven Free_Voice_Online The_Quay_Street_Paper Island_Echo Argus_24
  The_People’s_Tribune Delta_Telegraph Southern_Star The_Market_Report Lakeside_Advertiser Signal_Post
`);

/** What a person is to the news; $topic and $place are the speaker's own. */
export const OFFICES = words(`
  the_$topic_minister the_mayor_of_$place a_spokesperson_for_the_$topic_ministry the_governor_of_$place
  the_deputy_mayor_of_$place the_opposition’s_$topic_spokesperson the_head_of_the_$topic_committee a_former_$topic_minister
  a_$topic_analyst_in_$place the_chair_of_the_$place_council a_union_leader_from_$place the_regional_$topic_commissioner
  a_councillor_in_$place the_director_of_the_$place_office a_professor_at_the_University_of_$place a_lawyer_in_$place
  the_finance_minister the_prime_minister the_ombudsman_for_$place an_inspector_for_the_$topic_authority
  the_president_of_the_$place_chamber_of_commerce a_senator_for_$place the_party’s_leader_in_$place the_chief_$topic_adviser
  a_campaigner_from_$place the_bishop_of_$place the_secretary_of_the_$topic_council an_entrepreneur_from_$place
  the_$topic_watchdog’s_deputy_director a_member_of_parliament_for_$place a_resident_of_$place
`);

/** Bodies that speak by themselves; $topic and $place as above. */
export const ORGANIZATIONS = words(`
  $place_Audit_Office National_$topic_Council $place_Chamber_of_Commerce Federal_$topic_Agency $place_Trade_Union
  $place_Institute_for_$topic Citizens’_Forum_of_$place $place_$topic_Board Ministry_of_$topic $place_Development_Bank
  Association_for_$topic_in_$place $place_Regional_Assembly Institute_for_$topic_Research $place_Residents’_League
  Supreme_Court_of_$place $place_$topic_Alliance Commission_on_$topic University_of_$place $place_Relief_Fund Green_$place
  $place_Law_Society Consumers’_Union_of_$place $place_Port_Authority Society_of_$topic_Experts Central_Bank_of_$place
  $place_Taxpayers’_Alliance Joint_$topic_Inquiry $place_Youth_Parliament Red_Lantern_of_$place $place_Conference_of_Mayors
`);

const SYLLABLES = words(
  'ba ren tol vi kor mes la dun sa vel no gra pel or ti mak lu zen har do ské fa wi no cal ri thu est',
);

/** A proper name that no list has, with many rare ones among them: of a scheme, an act, a ship. */
export function invent(random: { readonly zipf: (count: number) => number }): string {
  const name = Array.from({ length: 2 + random.zipf(3) }, () => SYLLABLES[random.zipf(SYLLABLES.length)] ?? '').join(
    '',
  );
  return name.charAt(0).toUpperCase() + name.slice(1);
}
