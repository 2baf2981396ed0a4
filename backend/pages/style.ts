/** Looks of our own pages; towns' pages and widgets have theirs. */
export const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-inline-size: 60rem; padding: 1rem; }
header { display: flex; gap: 1.5rem; padding-block: 0.5rem 1.5rem; }
h2 { margin-block: 2.5rem 0.5rem; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { border-block-end: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
code { font-size: 0.95em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
`
