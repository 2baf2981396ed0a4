import { css } from 'lit'

export const styles = css`
  .service {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2rem;
  }
  .service h3 {
    margin-block-end: 0.5rem;
  }
  .lead {
    font-size: 1.25em;
    line-height: 1.4;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 1rem;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: 1rem 2rem;
    padding-block: 1rem;
    border-block: 1px solid var(--_line);
  }
  .fact {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  .text > * + *,
  .unfolded > * + *,
  .supplement {
    margin-block-start: 0.75rem;
  }
  .text :is(ul, ol) {
    margin-block: 0;
    padding-inline-start: 1.5rem;
  }
  .text ul {
    list-style: disc;
  }
  .text li + li {
    margin-block-start: 0.375rem;
  }
  .text h4,
  .text h5 {
    margin-block-start: 1rem;
  }
  .scroll {
    overflow-x: auto;
  }
  .text table {
    border-collapse: collapse;
  }
  .text :is(th, td) {
    padding: 0.5rem 1rem 0.5rem 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .note {
    display: block;
  }
  .documents li + li,
  .plain-list li + li {
    border-block-start: 1px solid var(--_line);
  }
  .document {
    display: flex;
    align-items: start;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    padding-block: 0.625rem;
    font-weight: inherit;
    cursor: pointer;
  }
  .document input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .plain-list li {
    padding-block: 0.625rem;
  }
  .plain-list + p {
    margin-block-start: 0.75rem;
  }
  .fees ~ h4 {
    margin-block-start: 1.25rem;
  }
  .fees li {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1rem;
  }
  .fees .amount {
    min-inline-size: 6.5rem;
    font-variant-numeric: tabular-nums;
  }
  .fees .amount + span {
    flex: 1 1 14rem;
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: 1.5rem;
    max-inline-size: 70ch;
    padding-block-start: 0.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .next > * + * {
    margin-block-start: 0.75rem;
  }
  ol.text {
    margin-block-end: 0;
    padding-inline-start: 1.5rem;
  }
  .count {
    margin-block-start: 0.5rem;
    border-block-end: 1px solid var(--_line);
  }
  .count summary {
    color: var(--_accent);
  }
  .count-form {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .field input {
    min-block-size: 2.75rem;
    min-inline-size: 10rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font: inherit;
  }
  .field input[aria-invalid='true'] {
    border-color: var(--_bad);
  }
  .counted > * {
    margin-block-start: 1.25rem;
  }
  .end > * + * {
    margin-block-start: 0.5rem;
  }
  .end ul {
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .foot > p {
    max-inline-size: none;
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--_line);
  }
  .authors div + div {
    margin-block-start: 0.75rem;
  }
  .authors dt {
    font-weight: 600;
  }
  .only-list {
    display: none;
  }
  .plain-list a {
    display: inline-block;
    padding-block: 0.25rem;
  }
  details {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    padding-block: 0.75rem;
    cursor: pointer;
  }
  summary h3 {
    display: inline;
    font-size: 1em;
  }
  .unfolded {
    padding-block-end: 1rem;
  }
  .footer {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_line);
  }
  .only-print {
    display: none;
  }
  /* The office's own height: what is below must not move when it has come. */
  amt-responsibility-finder {
    display: block;
  }
  amt-responsibility-finder:not([area='']) {
    min-block-size: 31rem;
  }
  @media print {
    .only-print {
      display: block;
    }
    :host {
      --_accent: #000;
      --_muted: #000;
      --_line: #767676;
    }
    .service {
      gap: 1.25rem;
    }
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
    summary {
      list-style: none;
    }
    section,
    li {
      break-inside: avoid;
    }
    h2,
    h3,
    summary {
      break-after: avoid;
    }
  }
`
