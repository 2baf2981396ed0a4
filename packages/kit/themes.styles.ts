import { css } from 'lit'

/**
 * What `theme` and `scheme` ask for, fetched only then. A theme is a set of values for the tokens, and what the page says of the
 * element itself wins over it; `contrast` alone holds against the page, because whoever asks for it needs it.
 */
export const themes = css`
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([scheme='system']) {
    color-scheme: light dark;
  }
  :host([scheme]),
  :host([theme='kern']),
  :host([theme='contrast']) {
    padding: var(--_space);
    background: Canvas;
    color: CanvasText;
  }
  :host([theme='kern']) {
    --amt-color-accent: var(--kern-color-action-default, light-dark(#2044aa, #98b4f5));
    --amt-color-on-accent: var(--kern-color-action-on-default, light-dark(#fff, #000));
    --amt-color-muted: var(--kern-color-layout-text-muted, light-dark(#4e5472, #b6bad0));
    --amt-color-line: var(--kern-color-layout-border, light-dark(#6e7597, #8085a3));
    --amt-color-edge: var(--kern-color-form-input-border, light-dark(#1e2133, #e8eaf2));
    --amt-color-surface: var(--kern-color-layout-background-default, light-dark(#fff, #000));
    --amt-color-on-surface: var(--kern-color-layout-text-default, light-dark(#131525, #f3f4f8));
    --amt-color-field: var(--kern-color-form-input-background, light-dark(#f3f4f8, #1e2133));
    --amt-color-on-field: var(--kern-color-layout-text-default, light-dark(#131525, #f3f4f8));
    --amt-color-good: var(--kern-color-feedback-success, light-dark(#006b54, #5fc3a6));
    --amt-color-bad: var(--kern-color-feedback-danger, light-dark(#b3121d, #ff8f88));
    --amt-color-focus: var(--kern-color-action-focus-default, light-dark(#454b6b, #a7adc8));
    --amt-radius: var(--kern-metric-border-radius-default, 4px);
    --amt-focus-width: 4px;
    --amt-target-size: 3rem;
    background: var(--amt-color-surface);
    color: var(--amt-color-on-surface);
    font-family: var(--kern-typography-font-family-default, 'Fira Sans', system-ui, sans-serif);
  }
  :host([theme='contrast']) {
    --amt-color-accent: light-dark(#00c, #ff0) !important;
    --amt-color-on-accent: light-dark(#fff, #000) !important;
    --amt-color-muted: light-dark(#000, #fff) !important;
    --amt-color-line: light-dark(#000, #fff) !important;
    --amt-color-edge: light-dark(#000, #fff) !important;
    --amt-color-tint: light-dark(#eee, #222) !important;
    --amt-color-surface: light-dark(#fff, #000) !important;
    --amt-color-on-surface: light-dark(#000, #fff) !important;
    --amt-color-field: light-dark(#fff, #000) !important;
    --amt-color-on-field: light-dark(#000, #fff) !important;
    --amt-color-good: light-dark(#004d14, #8f8) !important;
    --amt-color-bad: light-dark(#900, #ffb0b0) !important;
    --amt-color-focus: light-dark(#000, #fff) !important;
    --amt-border-width: 2px;
    --amt-focus-width: 4px;
    background: var(--amt-color-surface) !important;
    color: var(--amt-color-on-surface) !important;
  }
  @media print {
    :host {
      padding: 0 !important;
      background: none !important;
      color: #000 !important;
      color-scheme: light !important;
    }
  }
`
