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
  header {
    display: grid;
    gap: 0.25rem;
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
    justify-self: start;
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
  .icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
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
    min-block-size: 2.75rem;
    align-items: center;
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
    padding-block: 0.375rem;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  th {
    padding-inline-end: 1.5rem;
  }
  .today {
    font-weight: 700;
  }
  .span {
    display: block;
  }
  .time {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .plain {
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
  }
`
