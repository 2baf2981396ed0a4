import { css } from 'lit'

/**
 * Every visual decision of every widget: `--amt-*` of the page, else its `--kern-*`, else what the page looks like
 * (`--_page-*`: page-colours.ts). Names with an underscore are ours and may change; theme-tokens.ts explains the others.
 */
export const tokens = css`
  :host {
    --_accent: var(--amt-color-accent, var(--kern-color-action-default, var(--_page-link, LinkText)));
    /* White or black, whichever contrasts more: never less than 4.5 : 1. */
    --_on-accent: var(
      --amt-color-on-accent,
      var(--kern-color-action-on-default, lch(from var(--_accent) calc((49.4 - l) * infinity) 0 0))
    );
    --_muted: var(--amt-color-muted, var(--kern-color-layout-text-muted, var(--_page-muted, currentColor)));
    --_line: var(
      --amt-color-line,
      var(--kern-color-layout-border, color-mix(in srgb, currentColor 22%, transparent))
    );
    --_edge: var(--amt-color-edge, var(--kern-color-form-input-border, var(--_page-edge, currentColor)));
    --_tint: var(--amt-color-tint, color-mix(in srgb, currentColor 6%, transparent));
    --_surface: var(--amt-color-surface, var(--kern-color-layout-background-default, Canvas));
    --_on-surface: var(--amt-color-on-surface, var(--kern-color-layout-text-default, CanvasText));
    --_field: var(--amt-color-field, var(--kern-color-form-input-background, Field));
    --_on-field: var(--amt-color-on-field, var(--kern-color-layout-text-default, FieldText));
    --_good: var(--amt-color-good, var(--kern-color-feedback-success, var(--_page-good)));
    --_bad: var(--amt-color-bad, var(--kern-color-feedback-danger, var(--_page-bad)));
    --_focus: var(--amt-color-focus, var(--kern-color-action-focus-default, var(--_accent)));
    --_radius: var(--amt-radius, var(--kern-metric-border-radius-default, 0.25rem));
    --_width: var(--amt-border-width, 1px);
    /* Many pages make a rem of 10 px. */
    --_size: var(--amt-target-size, max(2.75rem, 44px));
    --_space: var(--amt-space, max(1rem, 16px));
    display: block;
    color-scheme: var(--_page-scheme);
    font: inherit;
    line-height: var(--amt-line-height, 1.5);
    text-align: start;
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
    /* Its end tells that the page has changed its colours. */
    transition: color 1ms;
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
  /* Texts of a page come in several languages: each runs in its own direction, whatever stands around it. */
  [lang] {
    direction: ltr;
  }
  :is([lang|='ar'], [lang|='fa']) {
    direction: rtl;
  }
  :focus-visible {
    outline: var(--amt-focus-width, 3px) solid var(--_focus);
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
    font-weight: var(--amt-heading-weight, 700);
    line-height: 1.25;
  }
  h2,
  h3 {
    font-family: var(--amt-heading-font, inherit);
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
      --_accent: #000;
      --_muted: #000;
      --_edge: #000;
      --_good: #000;
      --_bad: #000;
      color: #000;
      color-scheme: light;
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
