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
    appearance: none;
    inline-size: 100%;
    min-block-size: 3rem;
    padding: 0.5rem 0.875rem;
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
