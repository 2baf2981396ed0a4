import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    gap: calc(0.5 * var(--_space));
  }
  #map {
    position: relative;
    block-size: clamp(18rem, 60vh, 40rem);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_map-ground);
    overflow: hidden;
  }
  .ol-viewport {
    touch-action: pan-x pan-y;
  }
  .ol-viewport canvas {
    all: unset;
    overflow: hidden;
  }
  /* Where Enter would choose. */
  #map:focus-visible::before,
  #map:focus-visible::after {
    content: '';
    position: absolute;
    inset: 50% auto auto 50%;
    z-index: 1;
    inline-size: 1.5rem;
    block-size: 2px;
    background: var(--_map-ink);
    outline: 1px solid var(--_map-ground);
    transform: translate(-50%, -50%);
    pointer-events: none;
  }
  #map:focus-visible::after {
    transform: translate(-50%, -50%) rotate(90deg);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_space));
  }
  .buttons .button {
    min-inline-size: var(--_size);
    padding-inline: calc(0.5 * var(--_space));
  }
  @media (forced-colors: active) {
    #map {
      forced-color-adjust: none;
    }
  }
  @media print {
    .buttons {
      display: none;
    }
  }
`
