import { css } from 'lit'

export const styles = css`
  .service {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  /* Short texts come without their language: the first letter tells, so that no full stop jumps to the other end. */
  [dir='rtl'] :is(p, li, dd, span) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  /* Texts that say their language start where it does; only ours has a dir. */
  [lang]:not([dir]):is(p, li),
  [lang]:not([dir]) :is(p, li) {
    text-align: start;
  }
  .service h3 {
    margin-block-end: calc(0.5 * var(--_space));
  }
  .lead {
    font-size: 1.25em;
    line-height: 1.4;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: var(--_space) calc(2 * var(--_space));
    padding-block: var(--_space);
    border-block: var(--_width) solid var(--_line);
  }
  .fact {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  .text > * + *,
  .unfolded > * + *,
  .supplement {
    margin-block-start: calc(0.75 * var(--_space));
  }
  .text :is(ul, ol) {
    margin-block: 0;
    padding-inline-start: calc(1.5 * var(--_space));
  }
  .text ul {
    list-style: disc;
  }
  .text li + li {
    margin-block-start: calc(0.375 * var(--_space));
  }
  .text h4,
  .text h5 {
    margin-block-start: var(--_space);
  }
  .scroll {
    overflow-x: auto;
  }
  .text table {
    border-collapse: collapse;
  }
  .text :is(th, td) {
    padding-block: calc(0.5 * var(--_space));
    padding-inline-end: var(--_space);
    border-block-end: var(--_width) solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .note {
    display: block;
  }
  .documents li + li,
  .plain-list li + li {
    border-block-start: var(--_width) solid var(--_line);
  }
  .document {
    display: flex;
    align-items: start;
    gap: calc(0.75 * var(--_space));
    min-block-size: var(--_size);
    padding-block: calc(0.625 * var(--_space));
    font-weight: inherit;
    cursor: pointer;
  }
  .document input {
    flex: none;
    inline-size: max(1.5rem, 24px);
    block-size: max(1.5rem, 24px);
    margin: 0;
    accent-color: var(--_accent);
  }
  .plain-list li {
    padding-block: calc(0.625 * var(--_space));
  }
  .plain-list + p {
    margin-block-start: calc(0.75 * var(--_space));
  }
  .fees ~ h4 {
    margin-block-start: calc(1.25 * var(--_space));
  }
  .fees li {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_space);
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
    column-gap: calc(1.5 * var(--_space));
    max-inline-size: 70ch;
    padding-block-start: calc(0.25 * var(--_space));
    border-block-start: var(--_width) solid var(--_line);
  }
  .next > * + * {
    margin-block-start: calc(0.75 * var(--_space));
  }
  ol.text {
    margin-block-end: 0;
    padding-inline-start: calc(1.5 * var(--_space));
  }
  .count {
    margin-block-start: calc(0.5 * var(--_space));
    border-block-end: var(--_width) solid var(--_line);
  }
  .count summary {
    color: var(--_accent);
  }
  .count-form {
    display: grid;
    gap: calc(0.5 * var(--_space));
    justify-items: start;
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.75 * var(--_space));
  }
  .field input {
    min-block-size: var(--_size);
    min-inline-size: 10rem;
    padding: calc(0.5 * var(--_space)) calc(0.75 * var(--_space));
    border: var(--_width) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_on-field);
    font: inherit;
  }
  .field input[aria-invalid='true'] {
    border-color: var(--_bad);
  }
  .counted > * {
    margin-block-start: calc(1.25 * var(--_space));
  }
  .end > * + * {
    margin-block-start: calc(0.5 * var(--_space));
  }
  .end ul {
    padding-inline-start: calc(1.25 * var(--_space));
    list-style: disc;
  }
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .foot > p {
    max-inline-size: none;
    padding-block: calc(0.75 * var(--_space));
    border-block-start: var(--_width) solid var(--_line);
  }
  .authors div + div {
    margin-block-start: calc(0.75 * var(--_space));
  }
  .authors dt {
    font-weight: 600;
  }
  .only-list {
    display: none;
  }
  .plain-list a {
    display: inline-block;
    padding-block: calc(0.25 * var(--_space));
  }
  details {
    border-block-start: var(--_width) solid var(--_line);
  }
  summary {
    padding-block: calc(0.75 * var(--_space));
    cursor: pointer;
  }
  summary h3 {
    display: inline;
    font-size: 1em;
  }
  .unfolded {
    padding-block-end: var(--_space);
  }
  .footer {
    display: grid;
    justify-items: start;
    gap: calc(0.5 * var(--_space));
    padding-block-start: var(--_space);
    border-block-start: var(--_width) solid var(--_line);
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
      gap: calc(1.25 * var(--_space));
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
