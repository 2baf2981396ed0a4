import { css } from 'lit'

/** One colour per layer, the same in the list, in the legend and on the map. */
export const symbolStyles = css`
  .symbol,
  .map-layer {
    --_hue: 250;
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    vertical-align: text-bottom;
    fill: currentColor;
    color: light-dark(oklch(45% 0.13 var(--_hue)), oklch(82% 0.1 var(--_hue)));
  }
  .c1 {
    --_hue: 40;
  }
  .c2 {
    --_hue: 150;
  }
  .c3 {
    --_hue: 320;
  }
  .c4 {
    --_hue: 85;
  }
  .c5 {
    --_hue: 200;
  }
  .c6 {
    --_hue: 0;
  }
  .c7 {
    --_hue: 285;
  }
  @media (forced-colors: active) {
    .symbol,
    .map-layer {
      color: CanvasText;
    }
  }
`
