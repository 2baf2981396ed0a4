/** Beside the style of the pages for citizens: less room around, and what only pages in frames have. */
export const embedStyle = `
.frame { max-inline-size: 48rem; padding: 0.5rem 0.5rem 1rem; background: var(--surface, Canvas); color: var(--ink, CanvasText); }
.frame h1 { font-size: 1.5rem; margin-block: 0.75rem 0.75rem; }
.frame h2 { font-size: 1.25rem; margin-block: 1.75rem 0.5rem; }
.ways { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-block-end: 0.5rem; border-block-end: 1px solid var(--line); }
.ways a, .ways span { display: inline-block; padding-block: 0.75rem; }
.ways [aria-current] { font-weight: 700; border-block-end: 3px solid var(--accent); }
.topics { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0.5rem; list-style: none; margin: 0; padding: 0; }
.topics li { border: 1px solid var(--line); border-radius: var(--radius); }
.topics a { display: block; padding: 0.75rem 0.875rem; }
.topics .note { padding-inline: 0.875rem; margin-block: -0.375rem 0.75rem; }
.choice { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem; margin-block: 0.5rem; }
.choice a, .choice span { display: inline-block; padding-block: 0.5rem; }
.choice [aria-current] { font-weight: 700; }
.steps { margin: 0 0 1rem; padding-inline-start: 1.5rem; }
.steps li { padding-block: 0.375rem; }
.frame .to { display: block; overflow-wrap: anywhere; }
.foot { margin-block-start: 2rem; }
.foot .list { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.foot .list > li + li { border: 0; }
.foot a { display: inline-block; padding-block: 0.5rem; }
[data-alone] .own { display: none; }
@media print { .ways, .choice, .own, .foot details { display: none; } }
`
