import { acronym } from './acronym.ts';
import { document } from './document.ts';
import { earlierSource } from './earlier-source.ts';
import { epithet } from './epithet.ts';
import { fullName } from './full-name.ts';
import { institution } from './institution.ts';
import { joint } from './joint.ts';
import { neuterPronoun } from './neuter-pronoun.ts';
import { office } from './office.ts';
import { ownVoice } from './own-voice.ts';
import { ownedBody } from './owned-body.ts';
import { pluralPronoun } from './plural-pronoun.ts';
import { pronoun } from './pronoun.ts';
import { quotedVoice } from './quoted-voice.ts';
import { relative } from './relative.ts';
import type { Rule } from './rule.ts';
import { sameDescription } from './same-description.ts';
import { shortName } from './short-name.ts';

/** How sources are resolved: the first rule that applies decides. Where none does, the source is unnamed. */
export const RULES: readonly Rule[] = [
  fullName,
  acronym,
  shortName,
  quotedVoice,
  ownVoice,
  relative,
  joint,
  pronoun,
  pluralPronoun,
  neuterPronoun,
  document,
  office,
  institution,
  earlierSource,
  sameDescription,
  ownedBody,
  epithet,
];
