import { html, nothing, type TemplateResult } from 'lit'
import type { Service, ServiceModule, SupplementEdit } from '@amtsweg/contract'
import { date } from '@amtsweg/kit/format.ts'
import { richText } from '@amtsweg/kit/rich-text.ts'
import { errorSummary, type FieldErrors, selectField } from '../shell/fields.ts'
import { changedSince, withText } from './service-draft.ts'
import type { TextEditor } from './text-editor.ts'
import { words } from './words.ts'

interface Parts {
  /** As it reads in the area now, in the language that is edited. */
  readonly service: Service
  readonly regionKey: string
  readonly items: readonly SupplementEdit[]
  readonly errors: FieldErrors
  readonly lang: string
  /** Modules to which something is being added. */
  readonly opened: ReadonlySet<string>
  readonly onOpen: (code: string) => void
  readonly onChange: (items: readonly SupplementEdit[]) => void
}

/** What the levels above say, module by module, and what one's own authority says to it. */
export function supplementsForm(parts: Parts): TemplateResult {
  const { service, items } = parts
  const above = service.modules.map(({ code }) => code as string)
  const codes = [...new Set([...above, ...items.map(({ code }) => code as string), '15'])]
  return html`<div class="stack">
    ${errorSummary(parts.errors)}
    ${codes.map((code) =>
      modulePart(
        code,
        service.modules.find((one) => one.code === code),
        parts,
      ),
    )}
  </div>`
}

function modulePart(code: string, module: ServiceModule | undefined, parts: Parts): TemplateResult {
  const { service, regionKey, items, errors, lang, opened, onOpen, onChange } = parts
  const own = items.find((one) => one.code === code && one.lang === lang)
  const mode = own?.mode ?? 'addition'
  const changed = module && changedSince(module, service, regionKey)
  const { author, updatedAt } = module?.provenance ?? service.provenance
  const name = words.module(code)
  return html`<section class="module" aria-labelledby="module-${code}">
    <h2 id="module-${code}">${name}</h2>
    ${changed ? html`<p class="aside error">${words.changedAbove(date(changed, 'de'))}</p>` : nothing}
    ${
      module
        ? html`<div class="above" lang=${module.lang}>${richText(module.content)}</div>
            <p class="help">${words.aboveBy(author, updatedAt && date(updatedAt, 'de'))}</p>`
        : html`<p class="help">${words.emptyAbove}</p>`
    }
    ${
      own || opened.has(code)
        ? html`<desk-text
            id="text-${code}"
            data-code=${code}
            error=${errors[`text-${code}`] ?? ''}
            label=${words.supplement(name)}
            text-lang=${lang}
            .html=${own?.html ?? ''}
            @desk-text-changed=${(event: Event) =>
              onChange(
                withText(items, {
                  code: code as SupplementEdit['code'],
                  lang,
                  mode,
                  html: (event.target as TextEditor).value,
                }),
              )}
          ></desk-text>`
        : html`<button
            type="button"
            class="button quiet"
            aria-label=${words.addToOf(name)}
            @click=${() => onOpen(code)}
          >
            ${words.addTo}
          </button>`
    }
    ${
      own && module
        ? selectField({
            id: `mode-${code}`,
            label: words.mode,
            value: mode,
            options: (['addition', 'replacement'] as const).map((value) => ({
              value,
              label: words.modes[value],
            })),
            onChange: (value) =>
              onChange(
                items.map((one) => (one === own ? { ...one, mode: value as SupplementEdit['mode'] } : one)),
              ),
          })
        : nothing
    }
  </section>`
}
