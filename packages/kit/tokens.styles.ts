import { css } from 'lit'

/**
 * Colour, space and type of every widget: `--amt-*` of the page, else its `--kern-*`, else the page's own and the
 * system's. Names with an underscore are ours and may change.
 */
export const tokens = css`
  :host {
    --_accent: var(--amt-color-accent, var(--kern-color-action-default, var(--_link, LinkText)));
    --_on-accent: var(--amt-color-on-accent, var(--kern-color-action-on-default, Canvas));
    --_muted: var(
      --amt-color-muted,
      var(--kern-color-layout-text-muted, color-mix(in srgb, currentColor 75%, transparent))
    );
    --_line: var(
      --amt-color-line,
      var(--kern-color-layout-border, color-mix(in srgb, currentColor 22%, transparent))
    );
    --_edge: color-mix(in srgb, currentColor 62%, transparent);
    --_tint: color-mix(in srgb, currentColor 6%, transparent);
    --_surface: var(--amt-color-surface, var(--kern-color-layout-background-default, Canvas));
    --_on-surface: var(--amt-color-on-surface, var(--kern-color-layout-text-default, CanvasText));
    --_good: var(--amt-color-good, var(--kern-color-feedback-success, light-dark(#14692c, #7fdb97)));
    --_bad: var(--amt-color-bad, var(--kern-color-feedback-danger, light-dark(#b3160e, #ff9e94)));
    --_focus: var(--amt-color-focus, var(--kern-color-action-focus-default, var(--_accent)));
    --_radius: var(--amt-radius, var(--kern-metric-border-radius-default, 0.25rem));
    display: block;
    font: inherit;
    line-height: 1.5;
    text-align: start;
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  h2,
  h3,
  h4,
  h5,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h2,
  h3,
  h4,
  h5 {
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    font-size: 1.25em;
  }
  p,
  dd,
  li {
    max-inline-size: 70ch;
  }
  a {
    color: var(--_accent);
  }
  a:hover,
  .plain:hover {
    text-decoration-thickness: 0.125em;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    :host {
      color: #000;
    }
    .button,
    .no-print,
    amt-combobox {
      display: none !important;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
    }
  }
`
