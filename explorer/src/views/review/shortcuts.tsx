import type { ReactNode } from 'react';

interface ShortcutsProps {
  readonly areOn: boolean;
  readonly onSwitch: (areOn: boolean) => void;
}

const SHORTCUTS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'accept'],
  ['r', 'reject'],
  ['c', 'correct'],
  ['u', 'take the last one back'],
  ['Esc', 'close a form'],
] as const;

/** Which keys do what, and the switch for who does not want them. */
export function Shortcuts({ areOn, onSwitch }: ShortcutsProps): ReactNode {
  return (
    <footer className="shortcuts">
      <label className="tick">
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ target }) => {
            onSwitch(target.checked);
          }}
        />
        <span>Keys</span>
      </label>
      <ul aria-label="Keys">
        {SHORTCUTS.map(([key, what]) => (
          <li key={key}>
            <kbd>{key}</kbd> {what}
          </li>
        ))}
      </ul>
    </footer>
  );
}
