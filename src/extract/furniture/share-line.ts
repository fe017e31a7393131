import type { FurnitureRule } from './furniture-rule.ts';

const NETWORK =
  '(?:Facebook|Twitter|X|Instagram|Telegram|WhatsApp|LinkedIn|YouTube|TikTok|Reddit|Pinterest|Threads|Mastodon|Bluesky)';
const SHARE = /^(?:share|tweet|e-?mail|print|pin)(?: (?:this|it|on|via|to|with)\b[^.!?]{0,60})?[.!:]?$/iu;
const FOLLOW = new RegExp(`^(?:Follow|Like|Find) [^.!?]{1,80} on ${NETWORK}\\b[^!?]{0,80}$`, 'u');
const NETWORKS = new RegExp(`^${NETWORK}(?:[ ,|/]+${NETWORK}){1,10}$`, 'u');

/** Buttons and requests to share or follow: "Share This Post On", "Follow Ada Holm on Facebook". */
export const shareLine: FurnitureRule = {
  name: 'a line to share or follow',
  kind: 'SHARE_LINE',
  holds: ({ words }) => words.length <= 160 && (SHARE.test(words) || FOLLOW.test(words) || NETWORKS.test(words)),
};
