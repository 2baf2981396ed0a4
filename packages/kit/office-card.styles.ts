import { css } from 'lit'

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .office {
    display: grid;
    gap: 1.5rem;
    padding-block-start: 1rem;
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
    gap: 0.5rem 0.75rem;
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
    margin-block-end: 0.25rem;
  }
  * + h4 {
    margin-block-start: 1rem;
  }
  .badge {
    padding: 0.125rem 0.625rem;
    border: 1px dashed var(--_edge);
    border-radius: 1rem;
    font-size: 0.875em;
  }
  .open-state,
  .contact,
  .action {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .open-state {
    font-weight: 600;
  }
  .open {
    color: var(--_good);
  }
  .columns {
    display: grid;
    gap: 1.5rem;
  }
  .column {
    display: grid;
    align-content: start;
    gap: 1.25rem;
  }
  .address span {
    display: block;
  }
  .action,
  .contact {
    min-block-size: 2.25rem;
  }
  .touch {
    display: none;
  }
  .contact .icon {
    color: var(--_muted);
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.375rem 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  th {
    padding-inline: 0 1.5rem;
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
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_line);
  }
  footer a {
    color: inherit;
  }
  @media (pointer: coarse) {
    .action,
    .contact {
      min-block-size: 2.75rem;
    }
    .touch {
      display: flex;
    }
  }
  @container (min-width: 36rem) {
    .columns {
      grid-template-columns: 1fr 1fr;
      gap: 2rem;
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
