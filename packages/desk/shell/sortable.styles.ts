import { css } from 'lit'

export const styles = css`
  ol {
    display: grid;
    gap: calc(0.5 * var(--_space));
    margin: calc(0.5 * var(--_space)) 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space));
    max-inline-size: none;
    padding: calc(0.25 * var(--_space)) calc(0.5 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  li.dragged {
    border-color: var(--_accent);
    outline: 1px solid var(--_accent);
  }
  .handle {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    color: var(--_muted);
    cursor: grab;
    touch-action: none;
  }
  .dragged .handle {
    cursor: grabbing;
  }
  /* On a telephone the arrows stand below: what is moved needs the width. */
  .content {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }
  .arrow {
    flex: none;
    inline-size: var(--_size);
    padding: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_space)) var(--_space);
  }
  .row strong {
    flex: 1 1 7rem;
  }
  .off strong {
    color: var(--_muted);
    text-decoration: line-through;
  }
`
