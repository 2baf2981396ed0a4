import { css } from 'lit'

export const styles = css`
  /* The field's own height: what is below must not move when its code has come. */
  amt-combobox:not(:defined) {
    display: block;
    min-block-size: 7.875rem;
  }
`
