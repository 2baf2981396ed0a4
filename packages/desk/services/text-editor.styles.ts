import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    inline-size: 100%;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  textarea {
    min-block-size: 9rem;
    field-sizing: content;
    max-block-size: 40rem;
  }
  /* Told while one writes; a page has a dozen of these fields. */
  :host(:not(:focus-within)) #help {
    display: none;
  }
  @container (min-width: 56rem) {
    .judged {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
    .judged desk-readability {
      max-block-size: 40rem;
      overflow-y: auto;
    }
  }
`
