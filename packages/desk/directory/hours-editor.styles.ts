import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  .week {
    display: grid;
    gap: calc(0.5 * var(--_space));
    max-inline-size: 40rem;
  }
  .day {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_space);
    align-items: center;
  }
  .day > label,
  .day > .error,
  .day > .copy {
    grid-column: 1 / -1;
  }
  .copy {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(1.5 * var(--_space));
    margin: calc(0.5 * var(--_space)) 0;
    padding: calc(0.75 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .copy .row {
    flex-basis: 100%;
    margin-block-start: calc(0.5 * var(--_space));
  }
  .holiday {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 var(--_space);
    max-inline-size: 40rem;
  }
  .exception {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(0.75 * var(--_space));
    max-inline-size: 40rem;
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .exception .button {
    justify-self: start;
  }
  .preview {
    display: grid;
    align-content: start;
    gap: var(--_space);
    padding: calc(1.25 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: calc(2 * var(--_radius));
  }
  .office h4 {
    margin-block: var(--_space) 0.25rem;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .office th {
    padding-inline-end: calc(1.5 * var(--_space));
  }
  .office .span {
    display: block;
  }
  .office .time {
    white-space: nowrap;
  }
  .office .today {
    font-weight: 700;
  }
  @container (min-width: 34rem) {
    .day {
      grid-template-columns: 7.5rem minmax(0, 1fr) auto;
    }
    .day > label {
      grid-column: 1;
    }
    .day > .error {
      grid-column: 2 / -1;
    }
    .exception {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: end;
    }
  }
  @container (min-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
    .preview {
      position: sticky;
      inset-block-start: var(--_space);
      align-self: start;
    }
  }
`
