import { html, type TemplateResult } from 'lit'
import { type FieldErrors, selectField, textField } from '../shell/fields.ts'
import type { HarvestSettings } from './harvest-draft.ts'
import { harvestWords as words } from './harvest-words.ts'
import { words as common } from './words.ts'

interface Parts {
  /** Before the ids of the fields: two such forms may stand on a page. */
  readonly prefix: string
  readonly draft: HarvestSettings
  readonly errors: FieldErrors
  /** Whether a licence has to be chosen, can be, or is known. */
  readonly licence: 'needed' | 'possible' | 'known'
  readonly onChange: (changes: Partial<HarvestSettings>) => void
}

const labelled = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Who reads a copy, under which terms, and how often it is looked after. */
export function harvestSettings({ prefix, draft, errors, licence, onChange }: Parts): TemplateResult {
  const { everyMinutes } = draft
  const intervals = labelled(words.intervals)
  const isUsual = intervals.some(({ value }) => value === everyMinutes)
  return html`
    ${selectField({
      ...{ id: `${prefix}audience`, label: words.audience, help: words.audienceHelp, value: draft.audience },
      options: [{ value: '', label: words.asThere }, ...labelled(common.audiences)],
      onChange: (value) => onChange({ audience: value as HarvestSettings['audience'] }),
    })}
    ${
      licence === 'known'
        ? ''
        : selectField({
            ...{ id: `${prefix}licence`, label: words.licence, error: errors['licence'], isWide: true },
            ...{ value: draft.licence, isOptional: licence === 'possible' },
            help: licence === 'needed' ? words.licenceHelp : words.licenceEditHelp,
            options: [
              { value: '', label: licence === 'needed' ? words.pickLicence : words.noLicence },
              ...labelled(common.licences),
            ],
            onChange: (value) => onChange({ licence: value as HarvestSettings['licence'] }),
          })
    }
    ${textField({
      ...{ id: `${prefix}provider`, label: words.provider, help: words.providerHelp, isOptional: true },
      ...{ value: draft.provider, maxLength: 300, isWide: true },
      onInput: (provider) => onChange({ provider }),
    })}
    ${selectField({
      ...{ id: `${prefix}often`, label: words.often, value: everyMinutes },
      options: [
        ...intervals,
        ...(isUsual ? [] : [{ value: everyMinutes, label: words.minutes(Number(everyMinutes)) }]),
      ],
      onChange: (value) => onChange({ everyMinutes: value }),
    })}
  `
}
