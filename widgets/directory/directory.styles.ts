import { css } from 'lit'

export const styles = css`
  section,
  .results {
    display: grid;
    gap: var(--_space);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(0.75 * var(--_space));
  }
  .field {
    flex: 1 1 16rem;
    display: grid;
    gap: calc(0.25 * var(--_space));
    max-inline-size: 40rem;
  }
  input {
    box-sizing: border-box;
    inline-size: 100%;
    appearance: none;
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
  [tabindex='-1']:focus {
    outline: none;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: var(--_space);
    align-items: start;
  }
  .card {
    display: grid;
    gap: calc(0.5 * var(--_space));
    padding-block: var(--_space);
    border-block-start: var(--_width) solid var(--_line);
    overflow-wrap: anywhere;
  }
  .card > *,
  .card p {
    margin: 0;
  }
  /* A name with a mark that turns the writing round must not turn what stands beside it. */
  .card :is(strong, span) {
    unicode-bidi: isolate;
  }
  .card h4 {
    font-size: 1.125em;
  }
  .card a {
    display: inline-block;
    padding-block: calc(0.5 * var(--_space));
  }
  summary {
    min-block-size: var(--_size);
    cursor: pointer;
  }
`
