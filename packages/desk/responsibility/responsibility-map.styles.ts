import { css } from 'lit'

export const styles = css`
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.5 * var(--_space));
    align-items: start;
  }
  @media (min-width: 64rem) {
    .beside {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .list {
      max-block-size: 70vh;
      overflow-y: auto;
      padding: 4px;
    }
  }
  details {
    border-block-end: 1px solid var(--_line);
  }
  summary {
    display: flex;
    align-items: center;
    gap: calc(0.75 * var(--_space));
    min-block-size: var(--_size);
    padding-block: calc(0.25 * var(--_space));
    cursor: pointer;
  }
  summary::before {
    content: '▸';
  }
  [open] > summary::before {
    content: '▾';
  }
  .wrong {
    font-weight: 600;
  }
  .number {
    flex: none;
    min-inline-size: 2.5ch;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .swatch {
    flex: none;
    inline-size: 2rem;
    block-size: 1.5rem;
    border: 1px solid var(--_edge);
    forced-color-adjust: none;
  }
  .areas {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(0.75 * var(--_space));
    margin-block-end: calc(0.75 * var(--_space));
    padding-inline-start: calc(1.5 * var(--_space));
    list-style: none;
  }
  [aria-pressed='true'] {
    font-weight: 700;
    outline: 2px solid var(--_accent);
  }
`
