import { css } from 'lit'
import { controls } from '@amtsweg/kit/controls.styles.ts'
import { tokens } from '@amtsweg/kit/tokens.styles.ts'

const desk = css`
  section,
  .stack,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    align-content: start;
  }
  p + .parts {
    margin-block-start: calc(1.5 * var(--_space));
  }
  section + section,
  .parts > * + * {
    margin-block-start: calc(2.5 * var(--_space));
  }
  form {
    justify-items: start;
    max-inline-size: 44rem;
  }
  .stack > .button {
    justify-self: start;
  }
  fieldset > .row {
    gap: 0 calc(1.5 * var(--_space));
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.75 * var(--_space));
  }
  .field {
    display: grid;
    gap: calc(0.25 * var(--_space));
    inline-size: 100%;
    max-inline-size: 32rem;
  }
  .field.wide {
    max-inline-size: none;
  }
  .field.invalid {
    padding-inline-start: calc(0.75 * var(--_space));
    border-inline-start: 4px solid var(--_bad);
  }
  .help {
    color: var(--_muted);
    font-size: 0.875em;
  }
  label .optional {
    font-weight: 400;
  }
  input:not([type='checkbox'], [type='radio'], [type='file'], .visually-hidden),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_size);
    padding: calc(0.5 * var(--_space)) calc(0.75 * var(--_space));
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_on-field);
    font: inherit;
  }
  textarea {
    min-block-size: 8rem;
    resize: vertical;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .check {
    display: flex;
    align-items: center;
    gap: calc(0.75 * var(--_space));
    min-block-size: var(--_size);
    font-weight: 400;
  }
  .check .help {
    display: block;
  }
  .summary {
    display: grid;
    gap: calc(0.5 * var(--_space));
    inline-size: 100%;
    padding: var(--_space);
    border: 2px solid var(--_bad);
    border-radius: var(--_radius);
  }
  .summary a {
    color: var(--_bad);
  }
  ul.bare {
    display: grid;
    gap: calc(0.5 * var(--_space));
    list-style: none;
  }
  progress {
    inline-size: 100%;
    max-inline-size: 32rem;
    block-size: 1rem;
    accent-color: var(--_accent);
  }
  .danger {
    border-color: var(--_bad);
    background: none;
    color: var(--_bad);
  }
  .button[disabled] {
    opacity: 0.6;
    cursor: default;
  }
  .tag {
    display: inline-block;
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--_edge);
    border-radius: 1rem;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .good {
    color: var(--_good);
  }
  .card {
    display: grid;
    align-content: start;
    gap: calc(0.75 * var(--_space));
    padding: calc(1.25 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: calc(2 * var(--_radius));
  }
  .scrolls {
    overflow-x: auto;
  }
  /* It scrolls so that its words stay whole. */
  .scrolls table {
    overflow-wrap: normal;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: calc(0.625 * var(--_space)) var(--_space) calc(0.625 * var(--_space)) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }
  th {
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 1ms !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .button[disabled] {
      color: GrayText;
      opacity: 1;
    }
  }
`

/** Of every element of the desk: the kit's decisions and controls, and what pages and forms are made of. */
export const deskStyles = [tokens, controls, desk]
