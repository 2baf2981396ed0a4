import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    gap: calc(0.75 * var(--_space));
    container-type: inline-size;
  }
  [role='grid'] {
    overflow-anchor: auto;
    border-block-start: 1px solid var(--_line);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem calc(1.5 * var(--_space));
    min-block-size: var(--_size);
    padding-block: calc(0.625 * var(--_space));
    border-block-end: 1px solid var(--_line);
    scroll-margin-block: 1rem 5rem;
  }
  .line > :first-child {
    flex: 1 1 24rem;
    min-inline-size: min(100%, 12rem);
  }
  .line > :not(:first-child) {
    flex: 0 1 14rem;
    color: var(--_muted);
  }
  .line a {
    display: block;
    text-decoration: none;
  }
  .line a:hover {
    text-decoration: underline;
  }
  @container (max-width: 40rem) {
    .line {
      flex-direction: column;
      align-items: stretch;
    }
    .line > * {
      flex: none !important;
    }
  }
`
