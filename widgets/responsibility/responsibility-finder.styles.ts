import { css } from 'lit'

export const styles = css`
  section {
    display: grid;
    gap: 1rem;
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
    column-gap: 1rem;
  }
  [part='question'] {
    display: grid;
    justify-items: start;
    gap: 1rem;
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
    margin-block-start: 0.5rem;
  }
  .choice {
    display: flex;
    align-items: start;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    padding-block: 0.5rem;
    font-weight: inherit;
    cursor: pointer;
  }
  .choice + .choice {
    border-block-start: 1px solid var(--_line);
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
    gap: 2rem;
  }
  .others {
    display: grid;
    gap: 1rem;
    margin-block-start: 1rem;
  }
  .others .offices {
    gap: 0 2rem;
    align-items: start;
  }
  details {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    padding-block: 0.75rem;
    cursor: pointer;
  }
  .other-name {
    color: var(--_accent);
    font-weight: 600;
  }
  details amt-office-card {
    margin-block-end: 1.5rem;
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
    gap: 1.5rem 2rem;
    padding-block-start: 1rem;
    border-block-start: 0.25rem solid var(--_line);
  }
  .office-shape > :first-child {
    grid-column: 1 / -1;
  }
  .tall {
    block-size: 1.5em;
  }
`
