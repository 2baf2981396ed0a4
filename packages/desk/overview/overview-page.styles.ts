import { css } from 'lit'

export const styles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    gap: calc(1.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }
  .cards section + section {
    margin: 0;
  }
  h2 {
    font-size: 1.25em;
  }
`
