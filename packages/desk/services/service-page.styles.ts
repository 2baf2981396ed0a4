import { css } from 'lit'

export const styles = css`
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.25 * var(--_space));
  }
  .text-form {
    max-inline-size: none;
  }
  .text-form > *,
  .text-form > section {
    inline-size: 100%;
  }
  .module {
    padding-block-end: calc(1.5 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  .above {
    max-inline-size: 44rem;
    padding-inline-start: var(--_space);
    border-inline-start: 0.25rem solid var(--_line);
  }
  .above :is(ul, ol) {
    padding-inline-start: calc(1.5 * var(--_space));
  }
  .above > * + * {
    margin-block-start: calc(0.5 * var(--_space));
  }
  .group,
  .plain-group {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    align-items: end;
    gap: calc(0.75 * var(--_space));
    inline-size: 100%;
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .plain-group {
    padding: 0;
    border: 0;
  }
  .group .button,
  section > .button {
    justify-self: start;
  }
`
