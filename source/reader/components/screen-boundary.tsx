import { Component, type ReactNode } from 'react';

type Props = {
  /** Called with what a screen threw while it was drawn. */
  readonly broken: (error: unknown) => void;
  /** Changes whenever drawing is worth another try. */
  readonly attempt: unknown;
  readonly children: ReactNode;
};

type State = { readonly failed: unknown };

const never = Symbol('never');

/** Keeps an error of one screen from ending the reader. React asks for a class here. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { failed: never };

  static getDerivedStateFromProps({ attempt }: Props, { failed }: State): State | null {
    return failed !== never && failed !== attempt ? { failed: never } : null;
  }

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: this.props.attempt });
    this.props.broken(error);
  }

  override render(): ReactNode {
    return this.state.failed === never ? this.props.children : null;
  }
}
