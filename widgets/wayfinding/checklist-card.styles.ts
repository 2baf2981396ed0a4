import { css } from 'lit'

/** A card like an answer: one thin frame, the steps below each other under the time they fall due. */
export const styles = css`
  .checklist {
    display: grid;
    gap: calc(0.75 * var(--_space));
    padding: var(--_space);
    border: var(--_width) solid var(--_line);
    border-inline-start: 0.25rem solid var(--_accent);
    border-radius: var(--_radius);
  }
  .checklist h3 {
    font-size: 1.25em;
  }
  .checklist h4 {
    margin-block-start: calc(0.5 * var(--_space));
  }
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps > li {
    max-inline-size: none;
    padding-block: calc(0.25 * var(--_space));
    border-block-start: var(--_width) solid var(--_line);
  }
  .step {
    display: flex;
    align-items: start;
    gap: calc(0.75 * var(--_space));
    min-block-size: var(--_size);
    padding-block: calc(0.625 * var(--_space));
    font-weight: inherit;
    cursor: pointer;
  }
  .step input {
    flex: none;
    inline-size: max(1.5rem, 24px);
    block-size: max(1.5rem, 24px);
    margin: 0;
    accent-color: var(--_accent);
  }
  .step:has(:checked) .said {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .steps .link {
    margin-inline-start: calc(2.25 * var(--_space));
    padding-block: 0 calc(0.5 * var(--_space));
    min-block-size: var(--_size);
  }
  .checklist-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(1.5 * var(--_space));
  }
  @media print {
    .checklist {
      border: 0;
      padding: 0;
    }
    .steps > li {
      break-inside: avoid;
    }
    .step input {
      appearance: none;
      border: 1px solid #000;
    }
  }
`
