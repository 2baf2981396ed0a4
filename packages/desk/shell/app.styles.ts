import { css } from 'lit'

export const styles = css`
  :host {
    display: grid;
    /* The name of an authority may be long: it gives way, not the page. */
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto 1fr auto;
    min-block-size: 100vb;
  }
  .skip {
    position: absolute;
    z-index: 3;
    inset: 0.5rem auto auto 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid;
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    transform: translateY(-10rem);
  }
  .skip:focus {
    transform: none;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1.5rem;
    min-block-size: 4rem;
    padding: 0.5rem clamp(1rem, 3vw, 2rem);
    border-block-end: 1px solid var(--_line);
  }
  .brand {
    margin-inline-end: auto;
    color: inherit;
    font-size: 1.25em;
    font-weight: 700;
    text-decoration: none;
  }
  .brand span {
    font-weight: 400;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1.5rem;
    max-inline-size: 100%;
  }
  .who .button {
    padding-block: 0;
  }
  select.switch {
    inline-size: auto;
    max-inline-size: 100%;
  }
  .menu {
    display: none;
  }
  .offline:not(:empty) {
    max-inline-size: none;
    padding: 0.75rem clamp(1rem, 3vw, 2rem);
    background: var(--_tint);
    font-weight: 600;
  }
  .body {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
  }
  .body.bare {
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
  }
  nav {
    padding: 1.5rem clamp(1rem, 3vw, 2rem);
    background: var(--_tint);
  }
  nav h2 {
    margin-block: 1.5rem 0.25rem;
    padding-inline-start: 0.25rem;
    color: var(--_muted);
    font-family: inherit;
    font-size: 0.875em;
    font-weight: 600;
  }
  nav ul {
    list-style: none;
  }
  nav a {
    display: block;
    margin-inline: -0.75rem;
    padding: 0.5rem 0.75rem;
    border-inline-start: 4px solid transparent;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
  }
  nav a:hover {
    text-decoration: underline;
  }
  nav a[aria-current] {
    border-inline-start-color: var(--_accent);
    background: var(--_surface);
    font-weight: 600;
  }
  main {
    inline-size: 100%;
    max-inline-size: 80rem;
    padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem;
  }
  main:focus {
    outline: none;
  }
  .bare main {
    max-inline-size: 34rem;
    padding-block-start: clamp(1.5rem, 8vb, 5rem);
  }
  h1 {
    max-inline-size: 40ch;
    margin: 0 0 1.5rem;
    font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem);
    line-height: 1.2;
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  .above {
    margin-block-end: 0.5rem;
  }
  @media (max-width: 60rem) {
    header {
      column-gap: 0.75rem;
    }
    .menu {
      padding-inline: 1rem;
    }
    .who {
      flex-basis: 100%;
      justify-content: space-between;
    }
    .menu {
      display: inline-flex;
    }
    .body {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
    }
    nav:not(.open) {
      display: none;
    }
    nav a {
      min-block-size: 44px;
      padding-block: 0.625rem;
    }
  }
  @media (forced-colors: active) {
    nav a {
      border-inline-start-color: Canvas;
    }
    nav a[aria-current] {
      border-inline-start-color: Highlight;
    }
  }
  @media print {
    header,
    nav,
    .above {
      display: none;
    }
    .body {
      display: block;
    }
  }
`
