import type { FurnitureRule } from './furniture-rule.ts';

const NEWSLETTER =
  /^(?:sign up|subscribe|register|join)\b[^.!?]{0,120}\b(?:newsletters?|mailing list|inbox|updates|alerts|channel|subscribers?|members?)\b/iu;
const SUPPORT =
  /^(?:(?:please|kindly) )?(?:support|donate|sponsor|subscribe)\b[^.!?]{0,120}\b(?:journalism|journalists|newsroom|reporting|today|now|our work|portal|us|here)\b/iu;
const HELPS_US =
  /^(?:your|every) (?:contributions?|donations?|support|subscriptions?|gifts?)\b[^.!?]{0,60}\b(?:us|our)\b/iu;
const ASKS =
  /\b(?:kindly|please) (?:sponsor|donate|subscribe|consider (?:making|a donation|donating|subscribing|supporting))\b/iu;

/** Requests for money or an address: "Sign up for our newsletter", "Support independent journalism". */
export const appeal: FurnitureRule = {
  name: 'a request for money or an address',
  kind: 'APPEAL',
  holds: ({ words }) =>
    !/^["“]/u.test(words) &&
    (NEWSLETTER.test(words) || SUPPORT.test(words) || HELPS_US.test(words) || ASKS.test(words)),
};
