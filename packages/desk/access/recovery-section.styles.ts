import { css } from 'lit'

export const styles = css`
  h2:focus {
    outline: none;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
    gap: 0.5rem 2rem;
    margin-block: var(--_space);
    padding-inline-start: 2rem;
  }
`
