import { html, type TemplateResult } from 'lit'
import type { OpeningHours, Unit } from '@amtsweg/contract'
import { languages } from '@amtsweg/messages/languages.ts'
import { selectField } from '../shell/fields.ts'
import { languageName } from '../shell/language-names.ts'
import { sentUnit, type UnitRecord } from './unit-draft.ts'
import { words } from './words.ts'

interface Parts {
  /** As citizens see it now; undefined where it is new. */
  readonly published: Unit | undefined
  readonly draft: UnitRecord
  readonly hours: OpeningHours
  readonly lang: string
  readonly onLang: (lang: string) => void
}

/** An office as citizens will see it in any language, by the very element that shows it to them. */
export function unitPreview({ published, draft, hours, lang, onLang }: Parts): TemplateResult {
  const { names, addresses = [], contacts = [], accessibility, position, tier } = sentUnit(draft)
  const unit: Unit = {
    ...(published ?? { id: 'new', holidays: [], sources: [], invented: false }),
    tier,
    name: names[lang] ?? names['de'] ?? '',
    lang: names[lang] ? lang : 'de',
    addresses: [...addresses],
    contacts: [...contacts],
    hours,
    openState: published?.openState ?? { state: 'unknown' },
    ...(position ? { position } : {}),
    ...(accessibility ? { accessibility } : {}),
  }
  return html`
    <div class="stack">
      <p class="help">${words.previewNote}</p>
      ${selectField({
        id: 'preview-lang',
        label: words.previewIn,
        value: lang,
        options: languages.map((one) => ({ value: one, label: languageName(one) })),
        onChange: onLang,
      })}
      <div class="card" lang=${lang}><amt-office-card .unit=${unit} level="2"></amt-office-card></div>
    </div>
  `
}
