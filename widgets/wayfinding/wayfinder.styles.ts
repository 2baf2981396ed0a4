import { css } from 'lit'

export const styles = css`
  .view {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--_space);
  }
  .view > :not(.visually-hidden) {
    inline-size: 100%;
  }
  .view > .button {
    inline-size: auto;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  ul {
    list-style: none;
  }
  .link,
  .way {
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }
  .link {
    min-block-size: var(--_size);
    padding: calc(0.5 * var(--_space)) 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  a.link {
    display: inline-flex;
    align-items: center;
  }
  .link:hover {
    text-decoration-thickness: 0.125em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(1.5 * var(--_space));
    border-block-end: var(--_width) solid var(--_line);
  }
  .ways .way {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_size);
    margin-block-end: -1px;
    border-block-end: 3px solid transparent;
    cursor: auto;
  }
  .ways .link {
    text-decoration: none;
  }
  .ways .link:hover {
    text-decoration: underline;
  }
  .way[aria-current] {
    border-color: var(--_accent);
    color: inherit;
    font-weight: 600;
  }
  [dir='rtl'] .back .icon {
    transform: scaleX(-1);
  }
  amt-combobox:not(:defined) {
    display: block;
    min-block-size: 7.5rem;
  }
  .search + * {
    margin-block-start: calc(0.5 * var(--_space));
  }
  .topics {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    gap: 0 calc(2 * var(--_space));
  }
  .topics li,
  .list > li + li,
  .words > li {
    border-block-start: var(--_width) solid var(--_line);
  }
  .topics .link {
    display: flex;
    align-items: center;
    gap: calc(0.75 * var(--_space));
    inline-size: 100%;
    min-block-size: calc(3.5 * var(--_space));
    line-height: 1.375;
    color: inherit;
    text-decoration: none;
  }
  .topics .link:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .topics .name {
    color: var(--_accent);
    font-weight: 600;
  }
  .topic-icon {
    color: var(--_accent);
    inline-size: max(1.75rem, 28px);
    block-size: max(1.75rem, 28px);
    stroke-width: 1.5;
  }
  .rich .link {
    align-items: start;
    padding-block: calc(0.75 * var(--_space));
  }
  .below {
    display: block;
    margin-block-start: calc(0.25 * var(--_space));
  }
  .tile {
    block-size: 2rem;
    margin-block: calc(0.75 * var(--_space));
  }
  .list > li {
    padding-block: calc(0.25 * var(--_space)) calc(0.75 * var(--_space));
    max-inline-size: none;
  }
  [lang]:not([dir]) p {
    text-align: start;
  }
  .list .link {
    font-weight: 600;
  }
  .words {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
    gap: 0 calc(2 * var(--_space));
  }
  .word {
    padding-block: calc(0.5 * var(--_space));
    font-weight: 600;
  }
  .words li li .link {
    font-weight: inherit;
  }
  .see .link {
    min-block-size: 1.5rem;
    padding: 0;
    margin-inline-end: calc(0.75 * var(--_space));
    font-weight: inherit;
  }
  .letters,
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_space));
  }
  .letters .way,
  .filter .way {
    min-inline-size: var(--_size);
    min-block-size: var(--_size);
    padding: calc(0.25 * var(--_space)) calc(0.75 * var(--_space));
    border-radius: var(--_radius);
    font-weight: 600;
  }
  .way:enabled:hover {
    background: var(--_tint);
  }
  .way[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .filter .way {
    border: var(--_width) solid var(--_line);
    background: none;
    color: inherit;
    font-weight: inherit;
  }
  .filter .way[aria-pressed='true'] {
    border-color: currentColor;
    background: var(--_tint);
    font-weight: 600;
  }
  .way:disabled {
    color: var(--_muted);
    font-weight: inherit;
    cursor: auto;
  }
  .shapes {
    display: grid;
    gap: calc(1.5 * var(--_space));
  }
  @media (forced-colors: active) {
    :is(.letters, .filter) .way[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .way:disabled {
      color: GrayText;
    }
  }
`
