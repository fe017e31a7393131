import { words, type Topic } from '../topic.ts';

export const CULTURE: readonly Topic[] = [
  {
    name: 'football finance',
    people: words('club fan striker owner coach goalkeeper agent referee sponsor groundsman midfielder'),
    things: words(`transfer stadium match season_ticket goal league contract penalty turnstile stand shirt wage_bill
      trophy squad academy derby cup_tie terrace broadcasting_deal kick-off fixture`),
    stuff: words('sponsorship relegation gate_money attendance doping promotion hooliganism prize_money turf'),
    verbs: words(`sign sell relegate sack coach loan score promote renovate transfer win train suspend concede
      sponsor broadcast chant bankroll substitute fine`),
    adjectives: words(`unbeaten relegated bankrupt top-flight away sold-out injured loss-making professional
      overpaid home-grown amateur second-tier goalless dismal promoted all-seater unsold semi-final veteran`),
  },
  {
    name: 'museums',
    people: words('curator artist visitor collector historian restorer archaeologist donor dealer sculptor archivist'),
    things: words(`museum painting gallery exhibition statue collection manuscript theatre archive portrait sculpture
      fresco excavation catalogue auction vase heirloom mosaic mural forgery display_case`),
    stuff: words('heritage art restitution bronze pottery marble funding ivory conservation parchment'),
    verbs: words(`exhibit restore loan steal return acquire unveil auction catalogue frame excavate lend sculpt
      curate insure authenticate digitise bequeath forge dust`),
    adjectives: words(`medieval looted priceless antique bronze carved baroque stolen forged gilded rare ancient
      contemporary cracked restored royal fragile ceremonial unsigned unearthed`),
  },
  {
    name: 'space',
    people: words(
      'astronaut astronomer scientist mission_controller physicist contractor cosmonaut payload_specialist',
    ),
    things: words(`rocket satellite launch telescope orbit probe lander spacecraft mission comet crater launch_pad
      booster asteroid capsule rover heat_shield antenna planet observatory docking_port`),
    stuff: words('gravity radiation propellant telemetry space_debris oxygen moonlight microgravity dust fuel'),
    verbs: words(`launch orbit land observe abort test dock photograph refuel track deorbit assemble detect
      transmit steer build salvage scrub film calibrate`),
    adjectives: words(`lunar orbital manned reusable interstellar unmanned solar distant cratered faint liquid-fuelled
      rocky infrared defunct orbiting icy weightless misaligned crewed robotic`),
  },
  {
    name: 'city traffic',
    people: words(
      'cyclist motorist pedestrian bus_driver taxi_driver courier traffic_warden commuter planner mechanic',
    ),
    things: words(`bus road cycle_lane car tram parking_space speed_limit crossing roundabout tram_stop toll
      traffic_light pothole pavement junction e-scooter kerb bypass helmet charging_point one-way_street`),
    stuff: words('traffic congestion asphalt noise exhaust parking petrol tarmac smog road_rage'),
    verbs: words(`widen resurface ban pedestrianise park fine reroute ride tow close repave drive clamp pave
      toll overtake slow signpost light dig_up`),
    adjectives: words(`congested pedestrian electric jammed narrow one-way noisy car-free paved two-lane pothole-ridden
      reckless uninsured polluted residential parked speeding rush-hour tree-lined accessible`),
  },
  {
    name: 'food prices',
    people: words(
      'shopper baker grocer retailer butcher greengrocer wholesaler chef dietitian stallholder supermarket',
    ),
    things: words(`price loaf supermarket basket shop market_stall voucher shelf label bakery food_bank discount oven
      queue kitchen till soup_kitchen receipt meal recipe chicken`),
    stuff: words('bread milk butter flour inflation meat rice hunger cheese poultry packaging'),
    verbs: words(`buy bake ration sell donate cook discount hoard weigh slice stock import label subsidise recall
      freeze grill package deliver season`),
    adjectives: words(`cheap fresh stale hungry staple frozen ready-made wholesale edible half-empty homemade imported
      processed nutritious mouldy discounted unaffordable wholemeal perishable tinned`),
  },
  {
    name: 'waste',
    people: words('refuse_collector recycler inspector scavenger chemist neighbour campaigner fly-tipper toxicologist'),
    things: words(`landfill bin incinerator factory chimney river bottle recycling_plant leak barrel spill tip battery
      well filter sewer bag container cleanup sample dump`),
    stuff: words('waste plastic mercury pollution arsenic sludge compost glass cardboard scrap methane'),
    verbs: words(`recycle dump incinerate contaminate collect bury burn filter sort clean_up compost shred treat
      poison leak cap sample neutralise ban litter`),
    adjectives: words(`toxic recyclable contaminated hazardous overflowing disposable biodegradable stinking chemical
      unsorted illegal carcinogenic rusty reusable leaking untreated polluted medical airborne smouldering`),
  },
];
