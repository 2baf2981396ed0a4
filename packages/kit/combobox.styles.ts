import { css } from 'lit'

export const styles = css`
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.5 * var(--_space));
    position: relative;
    margin-block: calc(0.5 * var(--_space)) calc(0.25 * var(--_space));
    max-inline-size: 34rem;
  }
  input,
  ul {
    inline-size: 100%;
    border: var(--_width) solid var(--_edge);
    border-radius: var(--_radius);
  }
  input {
    flex: 1 1 9rem;
    min-inline-size: 0;
    appearance: none;
    min-block-size: calc(3 * var(--_space));
    padding: calc(0.5 * var(--_space)) calc(0.875 * var(--_space));
    background: var(--_field);
    color: var(--_on-field);
    font: inherit;
    /* Below 16 px, phones zoom in on focus. */
    font-size: max(16px, 1em);
  }
  input[aria-invalid='true'] {
    border: 2px solid var(--_bad);
  }
  ul {
    position: absolute;
    list-style: none;
    z-index: 10;
    inset-block-start: calc(100% + 0.25rem);
    max-block-size: min(24rem, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 0.5rem 1.5rem #0003;
  }
  li {
    min-block-size: var(--_size);
    padding: calc(0.625 * var(--_space)) calc(0.875 * var(--_space));
    border-block-end: var(--_width) solid var(--_line);
    cursor: pointer;
  }
  li:hover {
    background: var(--_tint);
  }
  li[aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`
