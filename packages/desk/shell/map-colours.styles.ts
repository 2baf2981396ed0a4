import { css } from 'lit'

/** What maps and their legends are coloured with; on every fill the ink is read with 7 : 1 and more. */
export const mapColours = css`
  :host {
    --_map-ink: light-dark(#17212b, #e9eef3);
    --_map-ground: light-dark(#fff, #10161c);
    --_map-bad: light-dark(#a3200d, #ff9d8a);
    --_map-accent: light-dark(#00558c, #7cc4ff);
    --_map-0: light-dark(#b9d6f2, #24496b);
    --_map-1: light-dark(#f6d9a8, #624415);
    --_map-2: light-dark(#c4e3c0, #2b5431);
    --_map-3: light-dark(#e6c6e4, #5b3560);
    --_map-4: light-dark(#f2c4bd, #6b332c);
    --_map-5: light-dark(#b8e2df, #1f5553);
    --_map-6: light-dark(#dcdca6, #4c4d1a);
    --_map-7: light-dark(#d0cbe8, #413a70);
  }
  @media (forced-colors: active) {
    :host {
      --_map-ink: CanvasText;
      --_map-ground: Canvas;
      --_map-bad: LinkText;
      --_map-accent: Highlight;
      --_map-0: Canvas;
      --_map-1: Canvas;
      --_map-2: Canvas;
      --_map-3: Canvas;
      --_map-4: Canvas;
      --_map-5: Canvas;
      --_map-6: Canvas;
      --_map-7: Canvas;
    }
  }
`
