import { css } from 'lit'

export const styles = css`
  :host {
    container-type: inline-size;
  }
  section,
  form {
    display: grid;
    gap: calc(0.75 * var(--_space));
  }
  form {
    max-inline-size: 40rem;
  }
  ul {
    list-style: none;
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: calc(3 * var(--_space));
    padding: calc(0.5 * var(--_space)) calc(0.875 * var(--_space));
    border: var(--_width) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_on-field);
    font: inherit;
    /* Below 16 px, phones zoom in on focus. */
    font-size: max(16px, 1em);
  }
  input {
    appearance: none;
  }
  summary {
    min-block-size: var(--_size);
    align-content: center;
    cursor: pointer;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    gap: calc(0.75 * var(--_space));
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(1.5 * var(--_space));
  }
  .error:empty {
    display: none;
  }
  li {
    border-block-start: var(--_width) solid var(--_line);
  }
  [part='feature'] {
    justify-content: start;
    inline-size: 100%;
  }
  [part='details'] {
    display: grid;
    gap: calc(0.5 * var(--_space));
    padding-block-end: var(--_space);
    padding-inline-start: calc(0.5 * var(--_space) + 1.25rem);
  }
  dl {
    display: grid;
    gap: calc(0.5 * var(--_space));
  }
  dt {
    font-size: 0.875em;
    color: var(--_muted);
  }
  :is(dd, dt, [lang] > span, [part='feature'] span) {
    unicode-bidi: isolate;
  }
  dd a {
    display: inline-block;
    padding-block: calc(0.5 * var(--_space));
  }
  .symbol {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    vertical-align: text-bottom;
    fill: light-dark(oklch(45% 0.13 var(--_hue, 250)), oklch(82% 0.1 var(--_hue, 250)));
  }
  .c1 {
    --_hue: 40;
  }
  .c2 {
    --_hue: 150;
  }
  .c3 {
    --_hue: 320;
  }
  .c4 {
    --_hue: 85;
  }
  .c5 {
    --_hue: 200;
  }
  .c6 {
    --_hue: 0;
  }
  .c7 {
    --_hue: 285;
  }
  @media (forced-colors: active) {
    .symbol {
      fill: CanvasText;
    }
  }
`
