import { html, nothing, type TemplateResult } from 'lit'
import type { GeoAudience, GeoLicenceCode } from '@amtsweg/contract'
import {
  checkField,
  errorSummary,
  type FieldErrors,
  selectField,
  textArea,
  textField,
} from '../shell/fields.ts'
import type { CollectionDraft } from './collection-draft.ts'
import { words } from './words.ts'

interface Parts {
  readonly draft: CollectionDraft
  readonly errors: FieldErrors
  /** Only then its id is asked for. */
  readonly isNew: boolean
  /** Fields of the newest version; undefined where there is none yet. */
  readonly fields: readonly string[] | undefined
  readonly onChange: (changes: Partial<CollectionDraft>) => void
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** All that is typed of a collection. */
export function collectionForm({ draft, errors, isNew, fields, onChange }: Parts): TemplateResult {
  const text = (
    id: 'id' | 'title' | 'keywords' | 'provider' | 'sourceUri',
    more: Partial<Parameters<typeof textField>[0]>,
  ) =>
    textField({
      ...{ id, label: words[id], value: draft[id], error: errors[id], isWide: true },
      onInput: (value) => onChange({ [id]: value }),
      ...more,
    })
  return html`
    <form novalidate @submit=${(event: Event) => event.preventDefault()}>
      ${errorSummary(errors)} ${text('title', { maxLength: 200 })}
      ${isNew ? text('id', { help: words.idHelp, maxLength: 60 }) : nothing}
      ${textArea({
        ...{ id: 'description', label: words.description, help: words.descriptionHelp, isWide: true },
        ...{ value: draft.description, isOptional: true, maxLength: 5_000 },
        onInput: (description) => onChange({ description }),
      })}
      ${text('keywords', { help: words.keywordsHelp, isOptional: true })}
      ${selectField({
        ...{ id: 'theme', label: words.theme, value: draft.theme, isOptional: true, isWide: true },
        options: [{ value: '', label: words.noTheme }, ...choices(words.themes)],
        onChange: (theme) => onChange({ theme }),
      })}
      ${selectField({
        ...{ id: 'licence', label: words.licence, help: words.licenceHelps[draft.licence], isWide: true },
        ...{ value: draft.licence, options: choices(words.licences) },
        onChange: (licence) => onChange({ licence: licence as GeoLicenceCode }),
      })}
      ${text('provider', { help: words.providerHelp, maxLength: 300 })}
      ${text('sourceUri', { help: words.sourceUriHelp, type: 'url', inputmode: 'url', maxLength: 1_000 })}
      ${checkField({
        ...{ id: 'changed', label: words.changed, help: words.changedHelp, isChecked: draft.changed },
        onChange: (changed) => onChange({ changed }),
      })}
      ${titlePart(draft, fields, onChange)}
      ${selectField({
        ...{ id: 'audience', label: words.audience, help: words.audienceHelps[draft.audience] },
        ...{ value: draft.audience, options: choices(words.audiences) },
        onChange: (audience) => onChange({ audience: audience as GeoAudience }),
      })}
    </form>
  `
}

function titlePart({ titleProperty }: CollectionDraft, fields: Parts['fields'], onChange: Parts['onChange']) {
  if (!fields && !titleProperty) return html`<p class="help">${words.titlePropertyLater}</p>`
  const known = [...new Set([...(fields ?? []), ...(titleProperty ? [titleProperty] : [])])]
  return selectField({
    ...{ id: 'titleProperty', label: words.titleProperty, help: words.titlePropertyHelp, isOptional: true },
    value: titleProperty,
    options: [
      { value: '', label: words.noTitleProperty },
      ...known.map((value) => ({ value, label: value })),
    ],
    onChange: (value) => onChange({ titleProperty: value }),
  })
}
