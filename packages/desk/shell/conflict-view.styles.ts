import { css } from 'lit'

export const styles = css`
  form {
    justify-items: stretch;
    max-inline-size: none;
    border-color: var(--_bad);
  }
  h2:focus {
    outline: none;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: var(--_space);
    margin-block-start: calc(0.5 * var(--_space));
  }
  .sides label {
    display: grid;
    align-content: start;
    gap: calc(0.5 * var(--_space));
    padding: var(--_space);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }
  .sides label:has(:checked) {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
  }
  .version {
    font-weight: 400;
    white-space: pre-line;
  }
  button {
    justify-self: start;
  }
`
