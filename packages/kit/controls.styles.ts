import { css } from 'lit'

/** Buttons, fields and the drawn states; beside `tokens` in the styles of every widget. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(0.5 * var(--_space));
    min-block-size: var(--_size);
    padding: calc(0.5 * var(--_space)) calc(1.25 * var(--_space));
    border: var(--_width) solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    text-decoration: underline;
  }
  .quiet,
  .plain {
    background: none;
    color: var(--_accent);
  }
  .plain {
    padding-inline: 0;
    border: 0;
    font-weight: inherit;
    text-align: start;
    text-decoration: underline;
  }
  .icon {
    flex: none;
    inline-size: max(1.25rem, 20px);
    block-size: max(1.25rem, 20px);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  label,
  legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  [part='state'] {
    margin-block-end: calc(0.75 * var(--_space));
  }
  .error {
    color: var(--_bad);
    font-weight: 600;
  }
  .aside {
    padding-inline-start: var(--_space);
    border-inline-start: 0.25rem solid var(--_edge);
  }
  .problem {
    display: grid;
    justify-items: start;
    gap: calc(0.75 * var(--_space));
    border-color: var(--_bad);
  }
  .pending {
    animation: amt-appear 1ms 400ms both;
  }
  .skeleton {
    display: grid;
    gap: calc(0.75 * var(--_space));
    padding-block: calc(0.25 * var(--_space));
  }
  .bar {
    inline-size: 100%;
    block-size: 1em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  .w3 {
    inline-size: 30%;
  }
  .w5 {
    inline-size: 50%;
  }
  .w7 {
    inline-size: 70%;
  }
  @keyframes amt-appear {
    from {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid GrayText;
    }
    .button {
      background: ButtonFace;
      color: ButtonText;
    }
  }
`
