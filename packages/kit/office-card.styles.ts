import { css } from 'lit'

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .office {
    display: grid;
    gap: calc(1.5 * var(--_space));
    padding-block-start: var(--_space);
    border-block-start: 0.25rem solid var(--_accent);
  }
  :host([untitled]) .office {
    padding: 0;
    border: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space)) calc(0.75 * var(--_space));
  }
  header > .note,
  header > .open-state,
  header > :last-child {
    flex-basis: 100%;
  }
  h4 {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_muted);
    margin-block-end: calc(0.25 * var(--_space));
  }
  * + h4 {
    margin-block-start: var(--_space);
  }
  .badge {
    padding: calc(0.125 * var(--_space)) calc(0.625 * var(--_space));
    border: 1px dashed var(--_edge);
    border-radius: 1rem;
    font-size: 0.875em;
  }
  .open-state,
  .contact,
  .action {
    display: flex;
    align-items: center;
    gap: calc(0.5 * var(--_space));
  }
  .open-state {
    font-weight: 600;
  }
  .open {
    color: var(--_good);
  }
  .columns {
    display: grid;
    gap: calc(1.5 * var(--_space));
  }
  .column {
    display: grid;
    align-content: start;
    gap: calc(1.25 * var(--_space));
  }
  /* Short texts come without their language: the first letter tells, so that no full stop jumps to the other end. */
  [dir='rtl'] :is(h3, p, li, dd, span) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  .address {
    display: grid;
    justify-items: start;
  }
  .address span,
  .contact a,
  bdi {
    direction: ltr;
    unicode-bidi: isolate;
  }
  .action,
  .contact {
    min-block-size: calc(2.25 * var(--_space));
  }
  .touch {
    display: none;
  }
  [dir='rtl'] .route {
    transform: scaleX(-1);
  }
  .contact .icon {
    color: var(--_muted);
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: calc(0.375 * var(--_space)) 0;
    border-block-end: var(--_width) solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  th {
    padding-inline: 0 calc(1.5 * var(--_space));
    overflow-wrap: normal;
  }
  tr:last-child > * {
    border: 0;
  }
  .today {
    font-weight: 700;
  }
  .span {
    display: block;
  }
  .time {
    direction: ltr;
    unicode-bidi: isolate;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .bare {
    list-style: none;
  }
  footer {
    padding-block-start: calc(0.75 * var(--_space));
    border-block-start: var(--_width) solid var(--_line);
  }
  footer a {
    color: inherit;
  }
  @media (pointer: coarse) {
    .action,
    .contact {
      min-block-size: var(--_size);
    }
    .touch {
      display: flex;
    }
  }
  @container (min-width: 36rem) {
    .columns {
      grid-template-columns: 1fr 1fr;
      gap: calc(2 * var(--_space));
    }
  }
  @media print {
    .office {
      break-inside: avoid;
    }
    .action,
    .contact {
      display: block;
    }
    .icon {
      display: none;
    }
  }
`
