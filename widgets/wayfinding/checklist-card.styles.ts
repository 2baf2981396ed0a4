import { css } from 'lit'

/** A card like an answer: one thin frame, the steps below each other under the time they fall due. */
export const styles = css`
  .checklist {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-inline-start: 0.25rem solid var(--_accent);
    border-radius: var(--_radius);
  }
  .checklist h3 {
    font-size: 1.25em;
  }
  .checklist h4 {
    margin-block-start: 0.5rem;
  }
  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps > li {
    max-inline-size: none;
    padding-block: 0.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .step {
    display: flex;
    align-items: start;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    padding-block: 0.625rem;
    font-weight: inherit;
    cursor: pointer;
  }
  .step input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .step:has(:checked) .said {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .steps .link {
    margin-inline-start: 2.25rem;
    padding-block: 0 0.5rem;
    min-block-size: 2.75rem;
  }
  .checklist-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.5rem;
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
