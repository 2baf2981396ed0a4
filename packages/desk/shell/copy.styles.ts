import { css } from 'lit'

export const styles = css`
  :host {
    inline-size: 100%;
  }
  input {
    flex: 1 1 16rem;
    font-family: ui-monospace, Consolas, monospace;
    font-size: 0.875em;
  }
`
