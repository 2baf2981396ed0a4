import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.5 * var(--_space)) calc(1.5 * var(--_space));
    padding-block: 0 calc(1.25 * var(--_space));
  }
  .group {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    align-items: end;
    gap: calc(0.75 * var(--_space));
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  th,
  td {
    overflow-wrap: normal;
  }
  .group .button,
  section > .button {
    justify-self: start;
  }
`
