import { css } from 'lit'

/** Each change is a target of its own, however close the lines are. */
export const styles = css`
  .list a {
    display: inline-block;
    min-block-size: 24px;
  }
`
