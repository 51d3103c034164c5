import { Component } from 'react';
import type { ReactNode } from 'react';
import { Page } from './page.js';
import { ProblemNotice } from './problem-notice.js';

/** Shows what went wrong in a page instead of nothing. A new `key` tries again. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Page title="Something went wrong">
        <ProblemNotice
          error={this.state.error}
          onRetry={() => {
            location.reload();
          }}
        />
      </Page>
    );
  }
}
