import { html, nothing, type TemplateResult } from 'lit'
import type { Audience } from '@amtsweg/contract'
import { checkField, errorSummary, type FieldErrors, textField } from '../shell/fields.ts'
import { languageName } from '../shell/language-names.ts'
import { type ServiceRecord, withText } from './service-draft.ts'
import type { TextEditor } from './text-editor.ts'
import { words } from './words.ts'

interface Parts {
  readonly draft: ServiceRecord
  readonly errors: FieldErrors
  readonly lang: string
  readonly onChange: (changes: Partial<ServiceRecord>) => void
}

/** A description of one's own, one language at a time. */
export function ownTextForm({ draft, errors, lang, onChange }: Parts): TemplateResult {
  const { titles, modules, audience } = draft
  const titleId = lang === 'de' ? 'title' : `title-${lang}`
  const codes = [...new Set([...words.usual, ...modules.map(({ code }) => code)])]
  const toggle = (kind: Audience) => (isChecked: boolean) =>
    onChange({ audience: isChecked ? [...audience, kind] : audience.filter((one) => one !== kind) })
  return html`
    <form class="text-form" @submit=${(event: Event) => event.preventDefault()}>
      ${errorSummary(errors)}
      ${textField({
        id: titleId,
        label: lang === 'de' ? words.title : `${words.title} (${languageName(lang)})`,
        help: words.titleHelp,
        value: titles[lang] ?? '',
        error: errors[titleId],
        isOptional: lang !== 'de',
        lang,
        maxLength: 500,
        onInput: (title) => onChange({ titles: { ...titles, [lang]: title } }),
      })}
      ${codes.map((code) => {
        const text = modules.find((one) => one.code === code && one.lang === lang)
        return html`<desk-text
          id="text-${code}"
          error=${errors[`text-${code}`] ?? ''}
          label=${words.module(code)}
          text-lang=${lang}
          .html=${text?.html ?? ''}
          @desk-text-changed=${(event: Event) =>
            onChange({
              modules: withText(modules, { ...text, code, lang, html: (event.target as TextEditor).value }),
            })}
        ></desk-text>`
      })}
      ${keywordsField(draft, errors, lang, onChange)}
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

/** What is typed stays as it is typed: of `a, ` no comma may go. */
const keywordsField = (
  { keywords = {}, typedKeywords = {} }: ServiceRecord,
  errors: FieldErrors,
  lang: string,
  onChange: Parts['onChange'],
) =>
  textField({
    id: `keywords-${lang}`,
    label: words.keywords,
    help: words.keywordsHelp,
    value: typedKeywords[lang] ?? (keywords[lang] ?? []).join(', '),
    error: errors[`keywords-${lang}`],
    isOptional: true,
    lang,
    onInput: (typed) =>
      onChange({
        typedKeywords: { ...typedKeywords, [lang]: typed },
        keywords: { ...keywords, [lang]: keywordsOf(typed) },
      }),
  })

const keywordsOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
