/** Looks of the pages for citizens: the reader's own font and colours, one accent, nothing that needs a script. */
export const servicesStyle = `
:root {
  color-scheme: light dark;
  --accent: light-dark(#0b4f9e, #9cc7ff);
  --on-accent: light-dark(#fff, #0b1a2c);
  --muted: color-mix(in srgb, CanvasText 75%, transparent);
  --line: color-mix(in srgb, currentColor 22%, transparent);
  --edge: color-mix(in srgb, currentColor 62%, transparent);
  --radius: 0.25rem;
  font: 1.0625rem/1.55 system-ui, sans-serif;
  text-underline-offset: 0.15em;
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 48rem; padding: 0 1rem 4rem; overflow-wrap: anywhere; background: Canvas; color: CanvasText; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; display: block; padding: 0.75rem 0; }
.site { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; border-block-end: 1px solid var(--line); }
.offered { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; margin-block: 0.75rem 0; color: var(--muted); font-size: 0.9375rem; }
.offered img { block-size: 2.5rem; max-inline-size: 12rem; object-fit: contain; }
.offered strong { color: CanvasText; }
.site a { display: inline-block; padding-block: 0.75rem; }
.site details { margin-inline-start: auto; }
.site details a { margin-inline-end: 1.25rem; }
/* Texts of a page come in several languages: each runs in its own direction, whatever stands around it. */
[lang] { direction: ltr; unicode-bidi: isolate; }
:is([lang|='ar'], [lang|='fa']) { direction: rtl; }
[dir='rtl'] .facts dd { unicode-bidi: plaintext; text-align: right; }
[dir='rtl'] .office h3 { text-align: right; }
[href^='tel:'], [href^='mailto:'] { direction: ltr; unicode-bidi: isolate; }
h1 { font-size: clamp(1.625rem, 5vw, 2.125rem); line-height: 1.2; text-wrap: balance; margin-block: 1.5rem 1rem; }
h2 { font-size: 1.3125rem; line-height: 1.25; margin-block: 2.25rem 0.5rem; }
h3 { font-size: 1.0625rem; margin-block: 1.25rem 0.25rem; }
h4 { font-size: 1rem; margin-block: 1rem 0.25rem; }
p, dd, li { max-inline-size: 70ch; }
p { margin-block: 0 0.75rem; }
.lead { font-size: 1.1875rem; line-height: 1.45; }
.muted, .note { color: var(--muted); font-size: 0.9375rem; }
.note { display: block; }
.button + .note { margin-block-start: 0.375rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 1rem 2rem; margin: 1.5rem 0; padding-block: 1rem; border-block: 1px solid var(--line); }
.facts dt { color: var(--muted); font-size: 0.9375rem; }
.facts dd { margin: 0; }
.fact { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
.button { display: inline-flex; align-items: center; min-block-size: 2.75rem; padding: 0.5rem 1.25rem; border: 1px solid var(--accent); border-radius: var(--radius); background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.button:hover { text-decoration: underline; }
.list { list-style: none; margin: 0; padding: 0; }
.list > li { padding-block: 0.625rem; }
.list > li + li { border-block-start: 1px solid var(--line); }
.list > li > a:first-child { display: inline-block; padding-block: 0.375rem; }
.letters { display: flex; flex-wrap: wrap; list-style: none; margin: 0 0 1rem; padding: 0; }
.letters a { display: grid; place-items: center; min-inline-size: 2.75rem; min-block-size: 2.75rem; }
.letters [aria-current] { font-weight: 700; color: inherit; text-decoration-thickness: 0.1875rem; }
.field { display: flex; flex-wrap: wrap; gap: 0.5rem; max-inline-size: 34rem; margin-block: 0.5rem 1rem; }
.field input { flex: 1 1 10rem; min-inline-size: 0; min-block-size: 2.75rem; padding: 0.5rem 0.875rem; border: 1px solid var(--edge); border-radius: var(--radius); font: inherit; background: Field; color: FieldText; }
label { font-weight: 600; }
.document { display: flex; gap: 0.75rem; align-items: start; font-weight: inherit; cursor: pointer; }
.document input { flex: none; inline-size: 1.5rem; block-size: 1.5rem; margin: 0; accent-color: var(--accent); }
.aside { margin-block: 0.75rem; padding-inline-start: 1rem; border-inline-start: 0.25rem solid var(--edge); }
.office { margin-block: 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: var(--radius); }
.office h3 { margin-block-start: 0; }
.office dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.25rem 1rem; margin: 0.75rem 0 0; }
.office dt { color: var(--muted); }
.office dd { margin: 0; }
@media (max-width: 26rem) { .office dl { grid-template-columns: 1fr; } .office dd { margin-block-end: 0.5rem; } }
address { font-style: normal; }
summary { padding-block: 0.625rem; cursor: pointer; }
.to { display: none; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border-block-end: 1px solid var(--line); padding-block: 0.5rem; padding-inline: 0 1rem; text-align: start; vertical-align: top; }
footer { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); font-size: 0.9375rem; color: var(--muted); }
@media (forced-colors: active) { .button { border: 2px solid; } }
@media print {
  :root { color-scheme: light; --accent: #000; --muted: #000; --line: #767676; font-size: 11pt; }
  .site, .skip, form, .letters, .formats { display: none; }
  .button { padding: 0; border: 0; background: none; color: #000; }
  a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.875em; }
  section, li, .office { break-inside: avoid; }
}
`
