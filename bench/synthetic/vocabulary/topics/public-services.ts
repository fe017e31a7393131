import { words, type Topic } from '../topic.ts';

export const PUBLIC_SERVICES: readonly Topic[] = [
  {
    name: 'vaccination',
    people: words(
      'nurse doctor patient parent epidemiologist pharmacist virologist paediatrician carer pensioner midwife',
    ),
    things: words(`vaccine dose clinic outbreak ward virus booster syringe trial vial infection appointment leaflet
      refrigerator variant swab laboratory waiting_list symptom side_effect batch`),
    stuff: words('immunity measles influenza hygiene fever consent quarantine screening misinformation testing'),
    verbs: words(`vaccinate administer test distribute approve recall trial isolate ship prescribe screen refuse
      monitor sterilise inject refrigerate order import trace label`),
    adjectives: words(`contagious unvaccinated vulnerable feverish mobile expired elderly clinical rural immune
      infectious mild paediatric preventable nationwide seasonal untested refrigerated voluntary respiratory`),
  },
  {
    name: 'hospitals',
    people: words('surgeon nurse patient paramedic consultant porter radiologist cleaner trainee matron anaesthetist'),
    things: words(`hospital bed ward operation ambulance corridor shift scanner theatre emergency_room transplant
      diagnosis maternity_unit roster stretcher clinic ventilator waiting_room hospice referral implant`),
    stuff: words('surgery oxygen overtime blood medicine rehabilitation anaesthesia triage staffing hygiene'),
    verbs: words(`treat close admit discharge cancel operate_on staff transfer equip postpone examine refurbish
      triage merge schedule diagnose renovate relocate sterilise audit`),
    adjectives: words(`understaffed overcrowded surgical urgent chronic acute regional elective exhausted intensive
      outpatient sterile ageing private psychiatric temporary overbooked terminal geriatric neonatal`),
  },
  {
    name: 'schools',
    people: words(
      'teacher pupil parent headteacher student caretaker tutor inspector classroom_assistant lecturer governor',
    ),
    things: words(`school classroom exam lesson timetable textbook playground canteen syllabus tablet uniform desk
      corridor scholarship term report_card nursery dormitory laptop blackboard certificate`),
    stuff: words('homework mathematics literacy truancy tuition bullying discipline spelling chemistry attendance'),
    verbs: words(`teach mark open close repaint exclude enrol heat inspect furnish rebuild tutor cancel staff
      translate merge supervise grade enlarge reopen`),
    adjectives: words(`primary secondary bilingual rural crowded draughty vocational unqualified free gifted
      prefabricated illiterate absent compulsory independent mixed-age leaking underfunded urban reopened`),
  },
  {
    name: 'railways',
    people: words(
      'passenger driver conductor commuter signaller track_worker dispatcher engineer guard freight_operator',
    ),
    things: words(`train line station platform timetable ticket tunnel carriage signal fare level_crossing locomotive
      viaduct sleeper junction track depot footbridge points_system derailment siding`),
    stuff: words(
      'freight ballast electrification overcrowding punctuality coal maintenance steel ridership signalling',
    ),
    verbs: words(`electrify cancel reopen delay upgrade reroute extend derail repair subsidise run lay refurbish
      double suspend mothball brake couple automate privatise`),
    adjectives: words(`high-speed regional delayed derailed single-track overnight narrow-gauge punctual disused
      overcrowded driverless suburban elevated ageing express electrified unstaffed cross-border freight scenic`),
  },
  {
    name: 'housing',
    people: words(
      'tenant landlord builder architect homeowner squatter developer planner bricklayer letting_agent roofer',
    ),
    things: words(`flat house rent mortgage estate tower_block deposit lease planning_permit plot eviction terrace roof
      stairwell boiler balcony facade basement scaffold lift courtyard`),
    stuff: words('damp mould insulation cladding asbestos brick overcrowding cement homelessness subsidence plaster'),
    verbs: words(`build rent evict renovate demolish insulate let plaster refurbish occupy furnish rezone repossess
      heat convert inspect sublet condemn board_up auction`),
    adjectives: words(`affordable vacant derelict damp social overpriced mouldy subsidised unheated high-rise cramped
      rent-controlled unfinished terraced prefabricated leasehold boarded-up luxury uninhabitable modest`),
  },
  {
    name: 'policing',
    people: words('officer detective burglar witness suspect commander patrolman informer recruit smuggler hostage'),
    things: words(`patrol arrest raid weapon station cordon warrant robbery checkpoint fingerprint gang interrogation
      baton helmet getaway_car handcuff safe_house camera siren riot notebook`),
    stuff: words('evidence ammunition contraband custody violence forensics extortion surveillance burglary ransom'),
    verbs: words(`arrest raid search seize question charge detain disarm pursue cordon_off recover identify film
      handcuff release interview patrol ambush surround confiscate`),
    adjectives: words(`armed masked violent undercover stolen off-duty forensic suspicious nightly unarmed wanted
      organised bulletproof plain-clothes burnt-out deadly abandoned petty notorious accidental`),
  },
];
