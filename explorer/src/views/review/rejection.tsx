import { useState, type ReactNode } from 'react';

interface RejectionProps {
  readonly onReject: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why a proposal is wrong. */
export function Rejection({ onReject, onClose }: RejectionProps): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <form
      className="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason.trim());
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <label htmlFor="rejection">
        What is wrong with it? <span className="soft">Readers will see it; it may be left empty.</span>
      </label>
      <input
        id="rejection"
        autoFocus
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      <p className="decisions">
        <button type="submit">Reject</button>
        <button type="button" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}
