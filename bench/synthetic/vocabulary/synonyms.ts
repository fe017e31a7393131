import { words } from './topic.ts';

/** Words that can stand for each other in most sentences of the news, the commonest first; one line a group. */
const groups = (list: string): readonly (readonly string[])[] => list.trim().split('\n').map(words);

/** Nouns that can be counted, in the singular, about what can be said of anything. */
export const NOUNS = groups(`
  problem difficulty trouble
  decision choice ruling
  plan scheme proposal programme
  promise pledge commitment
  question issue matter
  danger threat risk hazard
  mistake error blunder
  answer reply response
  meeting session gathering
  reason cause explanation
  result outcome consequence
  rule regulation norm
  demand request claim
  change shift alteration
  agreement deal accord pact
  warning alarm caution
  failure collapse breakdown
  success triumph victory
  shortage lack scarcity
  report study survey
  effort attempt endeavour
  step measure action
  delay hold-up postponement
  improvement advance upgrade
  argument dispute quarrel
  idea notion thought
  chance opportunity opening
  limit ceiling cap
  aim goal objective target
  burden strain load
  loss setback blow
  crisis emergency disaster
  fear worry concern
  benefit advantage gain
  obstacle barrier hurdle
  duty obligation responsibility
  scandal outrage disgrace
  sacrifice concession compromise
  community neighbourhood district
  region area province
  amount quantity volume
  beginning start outset
  example instance case
  decline drop fall
  rise increase surge
  lie falsehood fabrication
  part share portion
  way method manner
`);

/** Transitive verbs, in the base form, that go with nearly any object. */
export const VERBS = groups(`
  support back endorse
  reject refuse turn_down
  delay postpone put_off
  improve better enhance
  protect safeguard defend
  change alter modify
  check examine scrutinise
  begin start launch
  end stop halt
  need require demand
  increase raise boost
  reduce lower diminish
  discuss debate talk_over
  prevent avert forestall
  criticise attack condemn
  damage harm hurt
  replace exchange substitute
  ignore disregard overlook
  accept welcome embrace
  finance fund bankroll
  abandon give_up drop
  control manage oversee
  describe portray depict
  destroy ruin wreck
  question doubt challenge
  restore revive renew
  speed_up accelerate hasten
  understand grasp comprehend
  repair mend fix
  show reveal expose
  keep retain preserve
  lose forfeit squander
  plan prepare schedule
  provide supply offer
  buy purchase acquire
  forget neglect leave_behind
  hide conceal cover_up
  promise pledge guarantee
  investigate probe look_into
  scrap ditch axe
  explain clarify justify
  limit restrict curb
  threaten endanger jeopardise
  use employ exploit
  expand enlarge widen
  double treble multiply
  share divide split
  rescue save salvage
  oppose resist fight
  trust believe_in rely_on
`);

export const ADJECTIVES = groups(`
  big large huge
  small little modest
  important significant crucial vital
  difficult hard tough
  new fresh novel
  old aged dated
  dangerous risky unsafe
  clear obvious plain
  wrong mistaken misguided
  fair just equitable
  unfair unjust one-sided
  expensive costly dear
  terrible awful dreadful
  serious grave severe
  simple easy straightforward
  quick fast rapid swift
  slow sluggish gradual
  weak feeble frail
  strong robust powerful
  necessary essential indispensable
  useless pointless futile
  urgent pressing immediate
  sensible reasonable prudent
  reckless careless irresponsible
  shameful disgraceful scandalous
  angry furious outraged
  worried anxious concerned
  honest sincere truthful
  secret hidden covert
  permanent lasting enduring
  brief short temporary
  broken faulty defective
  famous well-known celebrated
  poor needy impoverished
  rich wealthy affluent
  empty vacant bare
  strange odd peculiar
  unacceptable intolerable inexcusable
  generous lavish ample
  possible feasible conceivable
  remarkable striking notable
  common widespread frequent
  rare unusual uncommon
  cautious careful wary
`);

export const ADVERBS = groups(`
  quickly rapidly swiftly
  slowly gradually steadily
  often frequently regularly
  rarely seldom infrequently
  clearly plainly obviously
  simply merely just
  completely entirely fully totally
  openly publicly frankly
  quietly secretly discreetly
  finally eventually ultimately
  nearly almost virtually
  recently lately
  certainly surely undoubtedly
  badly severely seriously
  carefully cautiously prudently
  suddenly abruptly unexpectedly
  deliberately intentionally knowingly
  together jointly collectively
  repeatedly continually constantly
  firmly strongly resolutely
`);

/** What holds the sentences together: words that can be exchanged, but are put into the sentences by hand. */
export const CONNECTIVES = groups(`
  because since as
  but yet though
  before ahead_of
  after following
  every each
  near close_to
  about around roughly
  only merely
  today nowadays
  again once_more anew
  still even_now
  enough sufficient
  many numerous countless
  nobody no_one
  everyone everybody
  whole entire
  very extremely truly
  also likewise
  perhaps maybe
  must should
  people folk residents
  money cash funds
  work labour toil
  country nation homeland
  government administration cabinet
  town city community
  years decades
  winter cold_season
  wait hold_on
  wants wishes
  ask beg urge
  want wish intend
  try attempt seek
  now at_present
  first initially
  together jointly
  without lacking
  another one_more
  most nearly_all
  few hardly_any
  across throughout
  until till
  such that_kind_of
  allow permit let
  talk speak
  listen pay_attention
  happen occur
  think believe
  know realise
  see notice
  pay cover
  truth reality
  nothing naught
  decades generations
  honest frank
  families households
  next coming
  last final
  local regional
  ready prepared
  within inside
  price cost
  minute moment
  answer reply
`);
