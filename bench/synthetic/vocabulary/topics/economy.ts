import { words, type Topic } from '../topic.ts';

export const ECONOMY: readonly Topic[] = [
  {
    name: 'energy',
    people: words(
      'household supplier grid_operator engineer regulator miner consumer electrician investor utility welder',
    ),
    things: words(`power_plant turbine pipeline tariff reactor bill blackout grid substation meter wind_farm solar_panel
      refinery transformer contract battery boiler coal_mine tanker cable power_line`),
    stuff: words('electricity gas oil coal hydrogen fuel uranium heat biogas diesel voltage'),
    verbs: words(`generate import connect subsidise ration store switch_off build export meter drill burn cap
      decommission refuel insulate transmit frack pump wire`),
    adjectives: words(`nuclear renewable solar offshore cheap coal-fired costly wind-powered idle strategic
      wholesale underground flammable domestic gas-fired leaking floating backup geothermal high-voltage`),
  },
  {
    name: 'border trade',
    people: words(
      'customs_officer haulier exporter importer truck_driver smuggler broker border_guard wholesaler courier',
    ),
    things: words(`tariff border container warehouse lorry checkpoint invoice embargo crossing permit shipment duty
      consignment declaration terminal treaty pallet freight_hub stamp scanner bonded_store`),
    stuff: words('cargo paperwork copper tobacco sugar textiles smuggling steel timber haulage merchandise'),
    verbs: words(`import export inspect levy impound ship declare tax clear smuggle seal unload stamp scan waive
      lift weigh detain reroute confiscate`),
    adjectives: words(`duty-free perishable cross-border bilateral counterfeit sealed overland retaliatory bonded
      undeclared transit landlocked dutiable seized customs-cleared neighbouring reciprocal bulk tax-exempt closed`),
  },
  {
    name: 'labour',
    people: words('worker union striker employer apprentice shop_steward picket negotiator cleaner foreman temp'),
    things: words(`strike wage contract factory shift pension redundancy pay_rise ballot picket_line bonus workshop
      walkout grievance payslip overall tribunal canteen assembly_line vacancy lockout`),
    stuff: words(
      'overtime bargaining unemployment inflation productivity solidarity arbitration absenteeism severance',
    ),
    verbs: words(`hire sack strike unionise pay lay_off recruit picket train ballot retrain promote outsource
      compensate dismiss reinstate automate shorten suspend exploit`),
    adjectives: words(`unpaid striking seasonal skilled temporary hourly part-time unionised low-paid redundant
      blue-collar retired hazardous casual full-time salaried overworked monthly idle minimum`),
  },
  {
    name: 'banking',
    people: words('banker saver borrower auditor investor broker regulator treasurer shareholder cashier economist'),
    things: words(`bank loan account interest_rate bond branch deposit fund bailout share merger credit_card dividend
      vault balance_sheet asset currency audit takeover cash_machine levy`),
    stuff: words('inflation debt capital credit liquidity lending fraud equity cash collateral bankruptcy'),
    verbs: words(`lend invest audit bail_out borrow withdraw freeze nationalise devalue raise issue lower
      liquidate default_on float refinance launder guarantee write_off tax`),
    adjectives: words(`insolvent central overdrawn risky mutual frozen short-term offshore listed indebted volatile
      annual speculative toxic fixed-rate unsecured sovereign liquid quarterly solvent`),
  },
  {
    name: 'tourism',
    people: words('tourist hotelier guide waiter cruise_operator traveller landlady backpacker chef souvenir_seller'),
    things: words(`hotel beach resort visa cruise_ship guesthouse museum airport booking festival hostel spa restaurant
      promenade ski_lift sunbed brochure cable_car lagoon villa coach`),
    stuff: words('luggage sightseeing catering hospitality sunshine nightlife sand seaweed airfare accommodation'),
    verbs: words(`book visit host overrun cater_for refurbish advertise photograph welcome discount fly_to
      overbook clean promote tour cancel season list reserve charge`),
    adjectives: words(`crowded all-inclusive off-season sandy historic luxurious scenic budget seaside fully-booked
      unspoilt exotic sunburnt guided picturesque overpriced five-star family-run tropical noisy`),
  },
  {
    name: 'technology',
    people: words('programmer hacker user engineer start-up founder regulator analyst subscriber moderator technician'),
    things: words(`app server network chip phone password data_centre algorithm antenna router website robot sensor
      patent platform outage keyboard satellite firewall software_update prototype`),
    stuff: words('software data encryption bandwidth malware privacy broadband hardware spam silicon cloud_storage'),
    verbs: words(`hack encrypt update download block install launch patch delete program leak reboot scan digitise
      upload design copy patent debug disconnect`),
    adjectives: words(`digital wireless encrypted hacked automated faulty online outdated anonymous artificial
      vulnerable open-source portable viral obsolete biometric unencrypted high-speed self-driving virtual`),
  },
];
