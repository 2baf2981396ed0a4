import { css } from 'lit'

/** Of comparisons and of the steps of a draft. */
export const styles = css`
  .difference {
    display: grid;
    gap: calc(0.25 * var(--_space)) var(--_space);
    margin: 0;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0 0 calc(0.75 * var(--_space));
    max-inline-size: 70ch;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  ins {
    color: var(--_good);
    text-decoration: underline 2px;
  }
  del {
    color: var(--_bad);
    text-decoration: line-through;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.75 * var(--_space));
  }
  fieldset {
    display: grid;
    gap: calc(0.5 * var(--_space));
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  legend {
    padding-inline: calc(0.5 * var(--_space));
    font-weight: 600;
  }
`
