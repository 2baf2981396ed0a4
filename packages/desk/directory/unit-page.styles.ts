import { css } from 'lit'

export const styles = css`
  .group {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    align-items: end;
    gap: calc(0.75 * var(--_space));
    inline-size: 100%;
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .group .button,
  section > .button {
    justify-self: start;
  }
  form > section {
    inline-size: 100%;
  }
`
