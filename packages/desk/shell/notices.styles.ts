import { css } from 'lit'

export const styles = css`
  :host {
    position: sticky;
    z-index: 2;
    inset-block-end: 0;
    pointer-events: none;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.5rem;
    inline-size: fit-content;
    max-inline-size: calc(100% - 2rem);
    margin: 0 auto 1rem;
    padding: 0.5rem 1.25rem;
    border: 2px solid var(--_accent);
    border-radius: calc(2 * var(--_radius));
    background: var(--_surface);
    color: var(--_on-surface);
    pointer-events: auto;
  }
`
