import { html, nothing, type TemplateResult } from 'lit'
import type { Audience } from '@amtsweg/contract'
import { checkField, describedBy, errorSummary, field, type FieldErrors, textField } from '../shell/fields.ts'
import { languageName } from '../shell/language-names.ts'
import { type ServiceRecord, withText } from './service-draft.ts'
import type { TextEditor } from './text-editor.ts'
import { words } from './words.ts'

interface Parts {
  readonly draft: ServiceRecord
  readonly errors: FieldErrors
  readonly isRefused: boolean
  readonly lang: string
  readonly onChange: (changes: Partial<ServiceRecord>) => void
}

/** A description of one's own, one language at a time. */
export function ownTextForm({ draft, errors, isRefused, lang, onChange }: Parts): TemplateResult {
  const { titles, modules, audience, keywords = {} } = draft
  const codes = [...new Set([...words.usual, ...modules.map(({ code }) => code)])]
  const toggle = (kind: Audience) => (isChecked: boolean) =>
    onChange({ audience: isChecked ? [...audience, kind] : audience.filter((one) => one !== kind) })
  return html`
    <form class="text-form" @submit=${(event: Event) => event.preventDefault()}>
      ${isRefused ? errorSummary(errors) : nothing}
      ${textField({
        id: lang === 'de' ? 'title' : `title-${lang}`,
        label: lang === 'de' ? words.title : `${words.title} (${languageName(lang)})`,
        help: words.titleHelp,
        value: titles[lang] ?? '',
        error: lang === 'de' ? errors['title'] : undefined,
        isOptional: lang !== 'de',
        lang,
        maxLength: 500,
        onInput: (title) => onChange({ titles: { ...titles, [lang]: title } }),
      })}
      ${codes.map((code) => {
        const text = modules.find((one) => one.code === code && one.lang === lang)
        return html`<desk-text
          label=${words.module(code)}
          text-lang=${lang}
          .html=${text?.html ?? ''}
          @desk-text-changed=${(event: Event) =>
            onChange({
              modules: withText(modules, { ...text, code, lang, html: (event.target as TextEditor).value }),
            })}
        ></desk-text>`
      })}
      ${keywordsField(keywords, lang, onChange)}
      ${
        lang === 'de'
          ? html`
              ${textField({
                id: 'key',
                label: words.key,
                help: words.keyHelp,
                value: draft.leistungsschluessel ?? '',
                error: errors['key'],
                inputmode: 'numeric',
                isOptional: true,
                onInput: (leistungsschluessel) => onChange({ leistungsschluessel }),
              })}
              <fieldset class="plain-group">
                <legend>${words.audience}</legend>
                ${
                  errors['audience-citizen']
                    ? html`<p class="error">${errors['audience-citizen']}</p>`
                    : nothing
                }
                ${(['citizen', 'business'] as const).map((kind) =>
                  checkField({
                    id: `audience-${kind}`,
                    label: words.audiences[kind],
                    isChecked: audience.includes(kind),
                    onChange: toggle(kind),
                  }),
                )}
              </fieldset>
            `
          : nothing
      }
    </form>
  `
}

/** Read when it is left: while one types, a comma is not yet a word. */
const keywordsField = (
  keywords: Readonly<Record<string, readonly string[]>>,
  lang: string,
  onChange: Parts['onChange'],
) => {
  const parts = { id: `keywords-${lang}`, label: words.keywords, help: words.keywordsHelp, isOptional: true }
  return field(
    parts,
    html`<input
      id=${parts.id}
      type="text"
      lang=${lang}
      autocomplete="off"
      aria-describedby=${describedBy(parts)}
      .value=${(keywords[lang] ?? []).join(', ')}
      @change=${(event: Event) =>
        onChange({
          keywords: {
            ...keywords,
            [lang]: (event.target as HTMLInputElement).value
              .split(',')
              .map((word) => word.trim())
              .filter(Boolean),
          },
        })}
    />`,
  )
}
