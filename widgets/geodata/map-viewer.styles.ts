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
  td {
    text-align: end;
  }
  th {
    padding-inline-end: var(--_space);
    text-align: start;
  }
  .sides {
    display: grid;
    gap: var(--_space);
  }
  .list,
  amt-map-canvas {
    min-inline-size: 0;
  }
  .frame {
    block-size: calc(var(--_map-height, clamp(18rem, 60vh, 32rem)) + 9rem);
  }
  @container (inline-size >= 44rem) {
    .sides {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`
