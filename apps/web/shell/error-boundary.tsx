import { Component, type ComponentType, type ReactNode } from 'react'

type BoundaryProps = {
  readonly children: ReactNode
  /** What stands there instead; `retry` tries the same again. */
  readonly Fallback: ComponentType<{ readonly retry: () => void }>
}

/** Keeps a fault in one part of the screen from taking the rest with it. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  readonly #retry = () => this.setState({ failed: false })
  override render() {
    const { children, Fallback } = this.props
    return this.state.failed ? <Fallback retry={this.#retry} /> : children
  }
}
