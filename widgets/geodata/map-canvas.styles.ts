import { css } from 'lit'

export const styles = css`
  .all {
    display: grid;
    gap: calc(0.5 * var(--_space));
  }
  .frame {
    position: relative;
  }
  #map {
    block-size: var(--_map-height, clamp(18rem, 60vh, 32rem));
    border: var(--_width) solid var(--_edge);
    border-radius: var(--_radius);
    background: light-dark(oklch(97% 0.01 100), oklch(24% 0.01 250));
    overflow: hidden;
  }
  /* One finger scrolls the page; two are for the map. */
  .ol-viewport {
    touch-action: pan-x pan-y;
  }
  .ol-viewport canvas {
    all: unset;
    overflow: hidden;
  }
  #scale {
    position: absolute;
    inset-block-end: 0.5rem;
    inset-inline-start: 0.5rem;
    inline-size: var(--_scale);
    padding-inline: 0.25rem;
    border: solid light-dark(oklch(20% 0 0), oklch(95% 0 0));
    border-width: 0 2px 2px;
    background: light-dark(oklch(100% 0 0 / 0.8), oklch(20% 0 0 / 0.8));
    color: light-dark(oklch(20% 0 0), oklch(95% 0 0));
    font-size: 0.75rem;
    line-height: 1.3;
    white-space: nowrap;
    pointer-events: none;
  }
  [part='tools'],
  .arrows {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_space));
  }
  /* Left is left, whatever is written from right to left. */
  .arrows {
    direction: ltr;
  }
  [part='tools'] .button {
    min-inline-size: var(--_size);
    padding-inline: calc(0.5 * var(--_space));
  }
  summary {
    min-block-size: var(--_size);
    align-content: center;
    cursor: pointer;
  }
  ul {
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space);
  }
  label {
    display: flex;
    align-items: center;
    gap: calc(0.5 * var(--_space));
    min-block-size: var(--_size);
    font-weight: inherit;
  }
  input {
    accent-color: var(--_accent);
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  input[type='range'] {
    inline-size: 8rem;
    min-block-size: var(--_size);
  }
  dialog {
    max-inline-size: min(40rem, calc(100vw - 2rem));
    padding: var(--_space);
    border: var(--_width) solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }
  dialog > * + *,
  dl > * + * {
    margin-block-start: calc(0.75 * var(--_space));
  }
  dt {
    font-weight: 600;
  }
  .map-ink {
    color: light-dark(oklch(20% 0 0), oklch(96% 0 0));
  }
  .map-ground {
    color: light-dark(oklch(100% 0 0), oklch(18% 0 0));
  }
  .map-line {
    color: light-dark(oklch(55% 0.02 250), oklch(65% 0.02 250));
  }
  @media (forced-colors: active) {
    #map {
      background: Canvas;
    }
    .map-ink {
      color: CanvasText;
    }
    .map-ground {
      color: Canvas;
    }
    .map-line {
      color: GrayText;
    }
  }
`
