import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Says so where a page could not be shown: its files did not come, as after an update of the server, or it failed. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="problem" role="alert">
        <p>This page could not be shown. If the server was updated meanwhile, loading it again helps.</p>
        <button
          type="button"
          onClick={() => {
            window.location.reload();
          }}
        >
          Load again
        </button>
      </div>
    );
  }
}
