import { css } from 'lit'

/** A list of many rows with what narrows it down above. */
export const listStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space);
  }
  .tools .field {
    flex: 1 1 16rem;
  }
  .list {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* Rows out of sight are not laid out: a list of thousands scrolls like one of twenty. */
  .list > li {
    padding-block: calc(0.625 * var(--_space));
    border-block-end: 1px solid var(--_line);
    contain-intrinsic-block-size: auto 4.5rem;
    content-visibility: auto;
  }
  .list a {
    font-weight: 600;
  }
  .list p {
    margin: 0;
  }
`
