import { Component, type ReactNode } from 'react';
import { Failed } from '../ui/notice.tsx';

interface State {
  readonly error?: unknown;
}

/** A page that throws is said and can be tried again; what is around it stays. */
export class Crash extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};
  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }
  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <Failed error={error} again={() => this.setState({ error: undefined })} />
    );
  }
}
