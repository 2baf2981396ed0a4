import { css } from 'lit'

/** Beside `tabs()` in the styles of a page. */
export const tabStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(0.5 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  #panel {
    padding-block-start: calc(1.25 * var(--_space));
  }
  .tabs button {
    min-block-size: var(--_size);
    padding: 0 calc(0.75 * var(--_space));
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }
  .tabs [aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: inherit;
    font-weight: 600;
  }
  .save-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space)) var(--_space);
    margin-block-start: calc(1.5 * var(--_space));
    padding-block: calc(0.75 * var(--_space));
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .save-bar .problem {
    flex: 1 0 100%;
  }
  /* Magnified or on a phone turned sideways it would hide what is being typed. */
  @media (max-height: 30rem) {
    .save-bar {
      position: static;
    }
  }
  @media (max-width: 30rem) {
    .save-bar {
      column-gap: calc(0.5 * var(--_space));
    }
    .save-bar .button {
      padding-inline: calc(0.75 * var(--_space));
    }
  }
  /* Whoever types with a thumb has no such key. */
  @media (max-width: 30rem), (pointer: coarse) {
    .save-bar .shortcut {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .tabs button {
      border-block-end-color: Canvas;
    }
    .tabs [aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`
