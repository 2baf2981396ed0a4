import { css } from 'lit'

export const styles = css`
  nav ol {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.5 * var(--_space));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  nav li + li::before {
    content: '›';
    margin-inline-end: calc(0.5 * var(--_space));
  }
`
