import type { ReactNode } from 'react';
import type { CodePoints } from '../../../../src/text/code-points.ts';
import type { Span } from '../../../../src/text/span.ts';
import { Exact } from '../../parts/exact.tsx';
import { HOP_ROLES } from '../../parts/words.ts';
import { ActorChoice } from './actor-choice.tsx';
import { withLink, withoutLink, type DraftHop } from './correction-draft.ts';
import { WordsField } from './words-field.tsx';

interface ChainFieldsProps {
  readonly hops: readonly DraftHop[];
  readonly text: CodePoints;
  readonly selected: Span | null;
  readonly onChange: (hops: readonly DraftHop[]) => void;
}

/** Who told whom, from the article's own voice inwards, with the words that show each link. */
export function ChainFields({ hops, text, selected, onChange }: ChainFieldsProps): ReactNode {
  return (
    <fieldset>
      <legend>Who told whom, from the article inwards</legend>
      {hops.map((hop, at) => {
        const change = (by: Partial<DraftHop>): void => {
          onChange(hops.with(at, { ...hop, ...by }));
        };
        const who = hop.actor?.name ?? 'somebody';
        return (
          <div key={`${String(at)} ${String(hops.length)}`} className="link-fields">
            <p>
              <b>
                <Exact>{who}</Exact>
              </b>{' '}
              <span className="soft">{HOP_ROLES[hop.role]}</span>
            </p>
            <ActorChoice
              label={hop.actor ? 'Somebody else' : 'Who it was'}
              onChoose={(actor) => {
                change({ actor });
              }}
            />
            <WordsField
              label={`Words that name ${who}`}
              text={text}
              span={hop.source}
              selected={selected}
              onChange={(source) => {
                change({ source });
              }}
            />
            <WordsField
              label={`Words that tell that ${who} said it`}
              text={text}
              span={hop.cue}
              selected={selected}
              onChange={(cue) => {
                change({ cue });
              }}
            />
            <button
              type="button"
              onClick={() => {
                onChange(withoutLink(hops, at));
              }}
            >
              Without this link
            </button>
          </div>
        );
      })}
      <button
        type="button"
        onClick={() => {
          onChange(withLink(hops));
        }}
      >
        {hops.length === 0 ? 'Add who said it' : 'Add a link: somebody whom the last one quotes'}
      </button>
    </fieldset>
  );
}
