import { html, nothing } from 'lit'
import { codeBlock } from './code-view.ts'
import { checkbox } from './fields.ts'
import type { Page, Part } from './page.ts'
import { checkPolicy, policyLines, type Variant } from './policy.ts'

const shownBy = {
  element: 'script',
  div: 'script',
  link: 'script',
  iframe: 'frame',
  oembed: 'frame',
} as const

const variantOf = ({ choice, server, mapHash }: Page): Variant => ({
  server,
  shown: shownBy[choice.form],
  reserve: choice.reserve,
  nonce: choice.nonce,
  trustedTypes: choice.trust,
  mapHash: choice.script === 'pinned' ? mapHash : undefined,
})

export const policyView: Part = (page) => {
  const { words, choice, pasted, set, paste } = page
  const { policy, code } = words
  const variant = variantOf(page)
  const isScript = variant.shown === 'script'
  return html`
    <section aria-labelledby="policy">
      <h2 id="policy">${policy.heading}</h2>
      <div class="columns">
        <div>
          <p>${policy.own}</p>
          ${
            isScript
              ? html`${checkbox(
                  'nonce',
                  policy.nonce,
                  choice.nonce ? policy.noncePlace : '',
                  choice.nonce,
                  (nonce) => set({ nonce }),
                )}
                ${checkbox('trust', policy.trust, '', choice.trust, (trust) => set({ trust }))}`
              : nothing
          }
          ${variant.mapHash && !variant.nonce ? html`<p>${policy.mapHash}</p>` : nothing}
        </div>
        <div class="results">${codeBlock('lines', policy.lead, policyLines(variant).join(';\n'), code)}</div>
      </div>
      <div class="field">
        <label for="pasted">${policy.paste}</label>
        <small id="pasted-help">${policy.pasteHelp}</small>
        <textarea
          id="pasted"
          rows="3"
          spellcheck="false"
          autocomplete="off"
          aria-describedby="pasted-help"
          .value=${pasted}
          @input=${(event: Event) => paste((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <div role="status">${verdict(page, variant)}</div>
      </div>
    </section>
  `
}

function verdict({ words: { policy, code }, pasted }: Page, variant: Variant) {
  if (!pasted.trim()) return nothing
  const checked = checkPolicy(pasted, variant)
  if (!checked) return html`<p class="notice">${policy.none}</p>`
  if (checked.nonceOnly) return html`<p class="notice bad">${policy.nonceOnly}</p>`
  if (checked.missing.length === 0) return html`<p class="notice good">${policy.fine}</p>`
  return html`
    <div class="notice bad">
      <p>${policy.missing}</p>
      <ul>
        ${checked.missing.map(({ directive, source }) => html`<li><code>${directive} ${source}</code></li>`)}
      </ul>
    </div>
    ${codeBlock('amended', policy.amended, checked.amended, code)}
  `
}
