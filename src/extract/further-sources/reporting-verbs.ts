/** Finite forms of verbs by which news say from whom they have something, as a pattern of one of them. */
export const REPORTING_VERB =
  '(?:(?:re)?posts?|(?:re)?posted|reports?|reported|writes?|wrote|says?|said|notes?|noted|states?|stated|tells?|told|claims?|' +
  'claimed|announces?|announced|confirms?|confirmed|reveals?|revealed|observes?|observed|adds?|added|puts? it|explains?|' +
  'explained|reveals?|revealed|found|finds?)';
