import { css } from 'lit'

export const styles = css`
  .help {
    margin-block-start: 0.25rem;
  }
  .error {
    margin-block-start: 0.25rem;
    color: var(--_bad);
    font-weight: 600;
  }
  .field {
    position: relative;
    margin-block-start: 0.5rem;
    max-inline-size: 34rem;
  }
  input {
    inline-size: 100%;
    min-block-size: 3rem;
    padding-block: 0.5rem;
    padding-inline: 0.875rem 3rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--amt-color-field, Field);
    color: var(--amt-color-on-field, FieldText);
    font: inherit;
    /* Below 16 px, phones zoom in on focus. */
    font-size: max(1rem, 1em);
  }
  input[aria-invalid] {
    border: 2px solid var(--_bad);
  }
  input:focus-visible {
    outline-offset: 0;
  }
  .clear {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 2.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--amt-color-on-field, FieldText);
    cursor: pointer;
  }
  .clear:focus-visible {
    outline-offset: -3px;
  }
  svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    vertical-align: middle;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .popup {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline: 0;
    max-block-size: min(24rem, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 18%);
  }
  ul {
    list-style: none;
  }
  li {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-block-size: 2.75rem;
    padding-block: 0.375rem;
    padding-inline: 0.875rem;
    max-inline-size: none;
    cursor: pointer;
  }
  li + li {
    border-block-start: 1px solid color-mix(in srgb, currentColor 12%, transparent);
  }
  li:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  li[aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .detail {
    opacity: 0.85;
  }
  .status {
    min-block-size: 1.5em;
    margin-block-start: 0.25rem;
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`
