import { css } from 'lit'

export const styles = css`
  section {
    display: grid;
    gap: var(--_space);
  }
  .lead {
    font-size: 1em;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .said p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--_space);
  }
  [part='question'] {
    display: grid;
    justify-items: start;
    gap: var(--_space);
  }
  [part='question'] > * {
    inline-size: 100%;
  }
  [part='question'] > .button {
    inline-size: auto;
  }
  .choices {
    display: grid;
    max-inline-size: 40rem;
    margin-block-start: calc(0.5 * var(--_space));
  }
  .choice {
    display: flex;
    align-items: start;
    gap: calc(0.75 * var(--_space));
    min-block-size: var(--_size);
    padding-block: calc(0.5 * var(--_space));
    font-weight: inherit;
    cursor: pointer;
  }
  .choice + .choice {
    border-block-start: var(--_width) solid var(--_line);
  }
  .choice input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .detail {
    display: block;
  }
  .offices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: calc(2 * var(--_space));
  }
  .others {
    display: grid;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  .others .offices {
    gap: 0 calc(2 * var(--_space));
    align-items: start;
  }
  details {
    border-block-start: var(--_width) solid var(--_line);
  }
  summary {
    padding-block: calc(0.75 * var(--_space));
    cursor: pointer;
  }
  .other-name {
    color: var(--_accent);
    font-weight: 600;
  }
  details amt-office-card {
    margin-block-end: calc(1.5 * var(--_space));
  }
  amt-place-picker:not(:defined),
  amt-combobox:not(:defined) {
    display: block;
    min-block-size: 8rem;
  }
  .office-shape {
    display: grid;
    align-content: start;
    min-block-size: 27rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: calc(1.5 * var(--_space)) calc(2 * var(--_space));
    padding-block-start: var(--_space);
    border-block-start: 0.25rem solid var(--_line);
  }
  .office-shape > :first-child {
    grid-column: 1 / -1;
  }
  .tall {
    block-size: 1.5em;
  }
`
