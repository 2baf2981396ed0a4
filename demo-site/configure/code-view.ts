import { html, nothing, type TemplateResult } from 'lit'
import { advised, forms, labelOf, spoiled, systems } from './choice.ts'
import { copy } from './copy.ts'
import { checkbox, radios, select } from './fields.ts'
import type { Page, Part } from './page.ts'
import { snippetOf } from './snippet.ts'
import type { Words } from './words-de.ts'

export const snippet = ({ choice, server, pinned }: Page) =>
  snippetOf(choice, { server, label: labelOf(choice), pinned })

/** Code with a button that copies it; what came of it is said beside the button, and read out. */
export function codeBlock(id: string, title: string, code: string, words: Words['code']): TemplateResult {
  const onCopy = async (event: Event) => {
    const figure = (event.currentTarget as HTMLElement).closest('figure')!
    const said = figure.querySelector('[role=status]')!
    said.textContent = ''
    const done = await copy(code, figure.querySelector('code')!)
    said.textContent = done === 'copied' ? words.copied : words.select
  }
  return html`
    <figure class="code">
      <figcaption id="${id}-title">${title}</figcaption>
      <pre tabindex="0" role="region" aria-labelledby="${id}-title"><code id=${id}>${code}</code></pre>
      <p>
        <button type="button" aria-describedby="${id}-title" @click=${onCopy}>${words.copy}</button>
        <span role="status"></span>
      </p>
    </figure>
  `
}

/** What will go wrong in the system that was named. */
function warning({ words: { code }, choice: { system, form } }: Page) {
  if (spoiled[system].includes(form))
    return html`<p class="notice bad">${code.spoiled(code.systems[system])}</p>`
  if (form === 'oembed' && system !== 'wordpress') return html`<p class="notice">${code.oembedOnly}</p>`
  return nothing
}

export const codeView: Part = (page) => {
  const { words, choice, pinned, set } = page
  const { code } = words
  const { head, body } = snippet(page)
  const hasScript = head !== ''
  return html`
    <section aria-labelledby="code">
      <h2 id="code">${code.heading}</h2>
      <div class="columns">
        <div>
          ${select({
            name: 'system',
            label: code.system,
            help: code.hints[choice.system],
            none: code.systems.html,
            value: choice.system === 'html' ? '' : choice.system,
            options: systems.slice(1).map((system) => [system, code.systems[system]] as const),
            set: (chosen) => {
              const system = systems.find((each) => each === chosen) ?? 'html'
              set({ system, form: advised[system] })
            },
          })}
          ${radios({
            name: 'form',
            legend: code.form,
            values: forms,
            chosen: choice.form,
            label: (form) => code.forms[form][0]!,
            help: (form) => code.forms[form][1]!,
            choose: (form) => set({ form }),
          })}
          ${
            hasScript && pinned
              ? radios({
                  name: 'script',
                  legend: code.script,
                  values: ['current', 'pinned'],
                  chosen: choice.script,
                  label: (script) => code.scripts[script][0]!,
                  help: (script) => code.scripts[script][1]!,
                  choose: (script) => set({ script }),
                })
              : nothing
          }
          ${hasScript ? checkbox('reserve', code.reserve, '', choice.reserve, (reserve) => set({ reserve })) : nothing}
        </div>
        <div class="results">
          <div role="status">${warning(page)}</div>
          ${hasScript ? codeBlock('head', code.once, head, code) : nothing}
          ${codeBlock('body', choice.form === 'oembed' ? code.address : code.there, body, code)}
          ${hasScript ? html`<p><small>${code.registered}</small></p>` : nothing}
        </div>
      </div>
    </section>
  `
}
