import { Component, type ReactNode } from 'react';

interface FailureBoundaryProps {
  /** Shown in place of the children once one of them has failed. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps a failure within its part of the page. */
export class FailureBoundary extends Component<FailureBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
