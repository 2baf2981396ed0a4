import { css } from 'lit'

export const styles = css`
  dl.facts {
    display: grid;
    gap: calc(0.5 * var(--_space));
    margin: 0;
  }
  dl.facts > div {
    display: grid;
    grid-template-columns: minmax(6rem, 10rem) minmax(0, 1fr);
    gap: 0 var(--_space);
  }
  @media (max-width: 30rem) {
    dl.facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  dl.facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  dl.facts dt {
    color: var(--_muted);
  }
  .findings {
    display: grid;
    gap: calc(0.5 * var(--_space));
    padding-inline-start: 1.25rem;
  }
  .findings .help {
    display: block;
  }
  .bad {
    color: var(--_bad);
  }
  h4 {
    margin: 0;
    font-size: 1em;
  }
`
