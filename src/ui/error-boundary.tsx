import { Component, type ReactNode } from "react";

/**
 * Takes an error of a view before Ink does: Ink would first draw it, with an excerpt of the code around, and in a bundle
 * whose lines are a megabyte long that takes ten seconds.
 */
export class ErrorBoundary extends Component<
  { readonly onError: (error: unknown) => void; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
