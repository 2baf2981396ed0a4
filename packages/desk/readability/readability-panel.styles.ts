import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  h2 {
    margin: 0 0 0.5rem;
    font-size: 1.125em;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0 0 0.75rem;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-size: 0.875em;
  }
  label {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 2.75rem;
  }
  .score {
    margin: 0;
    font-size: 1.25em;
    font-weight: 600;
  }
  meter {
    display: block;
    width: 100%;
    max-width: 20rem;
    margin: 0.25rem 0;
  }
  .small {
    margin: 0.25rem 0;
    font-size: 0.875em;
  }
  ul {
    margin: 0.75rem 0;
    padding: 0;
    list-style: none;
  }
  li + li {
    border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  }
  li button {
    display: block;
    width: 100%;
    padding: 0.5rem 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  li button:hover q,
  li button:focus-visible q {
    text-decoration-thickness: 2px;
  }
  li button:focus-visible {
    outline: 3px solid;
    outline-offset: 2px;
  }
  li strong {
    display: block;
  }
  q {
    overflow-wrap: anywhere;
    text-decoration: underline wavy;
    text-underline-offset: 0.2em;
  }
  .advice {
    display: block;
    font-size: 0.875em;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
