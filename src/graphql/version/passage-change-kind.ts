import { registerEnumType } from 'type-graphql';

/** What became of a passage from one version of a text to another. */
export const PassageChangeKind = { ADDED: 'ADDED', CUT: 'CUT', CHANGED: 'CHANGED', MOVED: 'MOVED' } as const;
export type PassageChangeKind = keyof typeof PassageChangeKind;

registerEnumType(PassageChangeKind, {
  name: 'PassageChangeKind',
  description: 'What became of a passage from one version of a text to another.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    CUT: { description: 'It is gone.' },
    CHANGED: { description: 'Its words were changed.' },
    MOVED: { description: 'The very same characters stand at another place in the order.' },
  },
});
