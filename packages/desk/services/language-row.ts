import { html } from 'lit'
import { type Language, languages } from '@amtsweg/messages/languages.ts'
import { languageName } from '../shell/language-names.ts'
import { words } from './words.ts'

interface LanguageRow {
  /** What there is already, by language; empty counts as missing. */
  readonly written: Readonly<Record<string, string>>
  readonly selected: Language
  readonly onSelect: (language: Language) => void
}

/** Buttons and no tabs: a second row of tabs would have the ids of the first. */
export const languageRow = ({ written, selected, onSelect }: LanguageRow) =>
  html`<div class="row" role="group" aria-label=${words.languageList}>
    ${languages.map(
      (lang) =>
        html`<button
          type="button"
          class="button ${lang === selected ? '' : 'plain'}"
          aria-pressed=${lang === selected ? 'true' : 'false'}
          @click=${() => onSelect(lang)}
        >
          ${languageName(lang)}${written[lang] ? ' ✓' : ''}
        </button>`,
    )}
  </div>`
