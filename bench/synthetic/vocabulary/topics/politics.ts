import { words, type Topic } from '../topic.ts';

export const POLITICS: readonly Topic[] = [
  {
    name: 'elections',
    people: words(
      'voter candidate party observer pollster campaigner incumbent electoral_officer opponent canvasser teller',
    ),
    things: words(`election vote ballot seat coalition poll manifesto polling_station campaign constituency recount
      debate rally ballot_box majority referendum slogan donation leaflet run-off register`),
    stuff: words('turnout rigging canvassing fraud campaigning intimidation propaganda abstention momentum suffrage'),
    verbs: words(`elect count contest rig win postpone certify recount observe lose annul campaign_for nominate
      canvass endorse unseat register finance disqualify boycott`),
    adjectives: words(`electoral undecided marginal postal narrow presidential unopposed disputed municipal outgoing
      first-time free tactical absentee fraudulent swing regional secret populist two-party`),
  },
  {
    name: 'courts',
    people: words('judge defendant prosecutor lawyer witness juror plaintiff clerk bailiff magistrate convict'),
    things: words(`trial court verdict sentence appeal case charge hearing statute testimony prison subpoena ruling
      plea confession injunction settlement cell acquittal dossier exhibit`),
    stuff: words('evidence bail perjury justice custody corruption bribery parole negligence manslaughter'),
    verbs: words(`convict acquit sentence sue appeal_against prosecute hear overturn adjourn indict quash swear_in
      dismiss plead extradite try uphold jail cross-examine pardon`),
    adjectives: words(`guilty criminal innocent judicial unlawful civil constitutional sworn suspended inadmissible
      circumstantial landmark pending convicted retrial-bound unanimous lenient federal damning sealed`),
  },
  {
    name: 'diplomacy',
    people: words('diplomat ambassador envoy delegate foreign_minister mediator interpreter negotiator consul attaché'),
    things: words(`summit treaty embassy sanction ceasefire visit communiqué delegation border ally accord consulate
      protocol bloc ultimatum visa memorandum handshake corridor peace_plan veto`),
    stuff: words('diplomacy sovereignty mediation neutrality goodwill secrecy recognition espionage détente protocol'),
    verbs: words(`negotiate sign recall expel mediate ratify recognise veto broker host annex denounce draft
      brief breach convene summon sanction normalise renounce`),
    adjectives: words(`bilateral diplomatic neutral hostile foreign sovereign strategic allied occupied fragile
      breakaway multilateral unilateral binding confidential high-level isolated humanitarian stalled contested`),
  },
  {
    name: 'taxes',
    people: words(
      'taxpayer minister legislator accountant pensioner auditor lobbyist backbencher speaker tax_inspector',
    ),
    things: words(`tax budget bill deficit amendment cut allowance committee surplus loophole levy forecast refund
      parliament rebate chamber reform excise expenditure ledger tax_return`),
    stuff: words('spending revenue austerity borrowing income evasion welfare taxation bureaucracy accountancy'),
    verbs: words(`tax amend cut balance pass levy reform table debate refund abolish shelve allocate scrap index
      halve audit vote_down freeze collect`),
    adjectives: words(`fiscal progressive unfunded progressive parliamentary supplementary taxable annual regressive
      overdue corporate hidden balanced indirect temporary flat-rate unpopular bipartisan retroactive itemised`),
  },
  {
    name: 'defence',
    people: words('soldier general conscript veteran sailor pilot gunner recruit quartermaster sniper cadet'),
    things: words(`missile base tank troop_carrier drone frontline airstrike warship barracks submarine trench convoy
      shell exercise bunker fighter_jet radar helmet garrison minefield parade`),
    stuff: words('ammunition artillery conscription deterrence morale armour reconnaissance camouflage shelling'),
    verbs: words(`deploy shell withdraw bomb arm shoot_down defend attack besiege man jam recruit conscript
      evacuate mine encircle drill capture bombard station`),
    adjectives: words(`military armed naval ballistic heavy strategic unmanned tactical airborne amphibious retreating
      battle-hardened wounded camouflaged long-range obsolete fortified mobilised nuclear-capable front-line`),
  },
  {
    name: 'migration',
    people: words(
      'migrant refugee asylum_seeker caseworker interpreter coastguard settler trafficker volunteer host_family',
    ),
    things: words(`camp visa boat application border_fence dinghy permit hostel deportation life_jacket tent shelter
      crossing quota detention_centre passport dormitory hearing interview appeal charter_flight`),
    stuff: words('asylum citizenship trafficking integration resettlement housing xenophobia detention hospitality'),
    verbs: words(`deport rescue detain admit resettle register house intercept process naturalise shelter
      repatriate turn_back fingerprint escort accommodate relocate feed reunite interview`),
    adjectives: words(`undocumented displaced stateless overcrowded unaccompanied temporary illegal stranded perilous
      unseaworthy fleeing makeshift humane resettled shipwrecked pending destitute foreign-born safe porous`),
  },
];
