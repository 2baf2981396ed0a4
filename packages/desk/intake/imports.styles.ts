import { css } from 'lit'

export const importsStyles = css`
  .drop {
    display: grid;
    gap: calc(0.5 * var(--_space));
    inline-size: 100%;
    padding: calc(1.5 * var(--_space));
    border: 2px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .drop.over {
    border-color: var(--_accent);
    border-style: solid;
  }
  input[type='file'] {
    inline-size: 100%;
    min-block-size: var(--_size);
    font: inherit;
  }
  dl.counts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(2 * var(--_space));
    margin: 0;
  }
  dl.counts dd {
    margin: 0;
    font-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }
  summary {
    min-block-size: var(--_size);
    align-content: center;
    cursor: pointer;
  }
`
