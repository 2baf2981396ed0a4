import { css } from 'lit'

export const styles = css`
  .situation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space)) var(--_space);
  }
  .situation strong {
    flex: 1 1 12rem;
    overflow-wrap: anywhere;
  }
  .off strong {
    color: var(--_muted);
    text-decoration: line-through;
  }
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
