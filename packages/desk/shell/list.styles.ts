import { css } from 'lit'

/** Of a page that shows a long list: what narrows it down stands above. */
export const listStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space);
  }
  .tools .field {
    flex: 0 1 20rem;
  }
`
