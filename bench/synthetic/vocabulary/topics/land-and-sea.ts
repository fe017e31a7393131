import { words, type Topic } from '../topic.ts';

export const LAND_AND_SEA: readonly Topic[] = [
  {
    name: 'harvest',
    people: words('farmer grower miller picker trader agronomist landowner tenant seed_merchant co-operative baler'),
    things: words(`field crop farm silo combine tractor orchard granary subsidy furrow greenhouse hedge barn seed_drill
      thresher vineyard paddock plough plot beet mill sprayer`),
    stuff: words('grain wheat barley rye seed fertiliser hay topsoil fodder straw maize'),
    verbs: words(`harvest sow store insure irrigate plough lease fence thresh spray dry abandon replant weigh
      rotate bale graze till mow prune`),
    adjectives: words(`ripe early late wet dry organic poor fertile unsown frosted sandy waterlogged terraced
      stony drought-hit low-lying rain-fed mouldy abundant golden`),
  },
  {
    name: 'fisheries',
    people: words('fisherman skipper deckhand harbourmaster fishmonger inspector buyer crew netmaker diver angler'),
    things: words(`quota trawler net boat port landing licence reef mooring auction cannery shoal winch catch dredger
      slipway breakwater buoy hatchery spawning_ground cold_store`),
    stuff: words('cod herring mackerel bycatch plankton shellfish ice roe sonar diesel tonnage'),
    verbs: words(`land net restock haul refit moor charter scuttle license unload tow salt weigh patrol
      anchor trawl gut bait fillet dredge`),
    adjectives: words(`coastal deep-sea overfished undersized inshore frozen foreign pelagic northern stranded
      salted rusting tidal storm-bound endangered seasonal smoked offshore leaky laden`),
  },
  {
    name: 'floods',
    people: words(
      'resident evacuee engineer volunteer lifeguard warden forecaster rescuer householder boatman surveyor',
    ),
    things: words(`dike river levee sandbag pump bridge shelter embankment basement sluice culvert gauge bank reservoir
      dam floodgate drain meadow weir spillway estuary`),
    stuff: words('water rain mud silt sewage rainfall debris drainage runoff driftwood groundwater'),
    verbs: words(`flood drain evacuate reinforce dredge pump breach submerge raise rebuild inundate clear
      seal sandbag widen divert shore_up inspect patch heighten`),
    adjectives: words(`flooded swollen low-lying muddy torrential upstream breached homeless waterlogged makeshift
      downstream stranded receding sodden earthen concrete overtopped marshy riverside record`),
  },
  {
    name: 'forests',
    people: words('forester logger ranger firefighter arborist sawyer beekeeper hiker ecologist poacher woodcutter'),
    things: words(`tree wildfire plantation sawmill trail firebreak clearing park seedling habitat watchtower canopy
      nursery log campsite lookout bark_beetle pine oak thicket helicopter`),
    stuff: words('timber smoke undergrowth ash deadwood moss resin biodiversity brushwood wildlife charcoal'),
    verbs: words(`fell plant burn log thin clear protect replant scorch fence survey saw extinguish map uproot
      restore girdle mulch coppice cordon_off`),
    adjectives: words(`charred ancient dense protected scorched tinder-dry native felled wooded evergreen diseased
      mature smouldering upland logged illegal old-growth untouched hollow mossy`),
  },
  {
    name: 'weather',
    people: words(
      'meteorologist forecaster commuter motorist road_crew ferry_captain shopkeeper gritter camper climber',
    ),
    things: words(`storm road roof heatwave blizzard cable warning gust snowdrift pylon thermometer satellite front
      avalanche tent chimney ferry radar greenhouse parasol hailstone`),
    stuff: words('snow ice wind hail frost lightning fog thunder salt humidity shade'),
    verbs: words(`close clear salt block damage forecast cut_off batter topple bury plough uproot delay
      measure strand cool monitor lash track grit`),
    adjectives: words(`icy stormy freezing record sweltering snowbound severe slippery gale-force foggy mild
      overnight sub-zero unseasonal humid gusty arctic exposed snow-covered hazardous`),
  },
  {
    name: 'wildlife',
    people: words(
      'zoologist gamekeeper hunter veterinarian birdwatcher conservationist shepherd breeder keeper trapper',
    ),
    things: words(`wolf bear reserve flock nest collar cage deer colony herd enclosure eagle beaver lynx trap wetland
      otter cub heron hide corridor`),
    stuff: words('poaching prey livestock breeding vegetation migration rabies wool venom bait grassland'),
    verbs: words(`cull tag trap release protect hunt breed relocate track feed shoot vaccinate count rescue
      reintroduce shelter poison tame monitor photograph`),
    adjectives: words(`wild rare endangered migratory nocturnal injured captive extinct orphaned predatory tagged
      native rabid fenced invasive nesting shy radio-collared breeding remote`),
  },
];
