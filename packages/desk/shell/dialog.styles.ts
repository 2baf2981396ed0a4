import { css } from 'lit'

export const styles = css`
  dialog {
    inline-size: min(40rem, calc(100vw - 2rem));
    max-block-size: calc(100dvb - 2rem);
    overflow: auto;
    padding: calc(1.5 * var(--_space));
    border: 1px solid var(--_edge);
    border-radius: calc(2 * var(--_radius));
    background: var(--_surface);
    color: var(--_on-surface);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .bar-of-heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space);
    margin-block-end: var(--_space);
  }
  h2:focus {
    outline: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.75 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }
`
