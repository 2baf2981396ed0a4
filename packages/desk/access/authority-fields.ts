import { html, nothing, type TemplateResult } from 'lit'
import type { AuthorityBody } from '@amtsweg/contract/clerks.ts'
import { languages } from '@amtsweg/messages/languages.ts'
import { checkField, type FieldErrors, selectField, textField } from '../shell/fields.ts'
import { laender } from './land.ts'
import { words } from './words.ts'

const told = words.authorities
const names = new Intl.DisplayNames('de', { type: 'language' })
const ours: Readonly<Record<string, string>> = { 'de-x-leicht': 'Leichte Sprache', nds: 'Plattdeutsch' }
const languageName = (tag: string) => ours[tag] ?? names.of(tag) ?? tag

/** What an authority decides for itself, for a new one as for an old. Without a German name it has none. */
export const authorityErrors = ({ names, logoUrl }: AuthorityBody): FieldErrors => ({
  'name-de': names['de']?.trim() ? undefined : told.nameMissing,
  logo: logoUrl && !/^https:\/\/\S+$/.test(logoUrl) ? told.logoWrong : undefined,
})

/** As it is sent: names of languages that are kept, and no empty ones. */
export function sentAuthority<Body extends AuthorityBody>({ logoUrl, ...body }: Body) {
  const kept = Object.entries(body.names).filter(([tag, name]) => body.languages.includes(tag) && name.trim())
  return { ...body, names: Object.fromEntries(kept), ...(logoUrl?.trim() ? { logoUrl: logoUrl.trim() } : {}) }
}

/** The fields of `AuthorityBody`, but for websites, which have a page of their own, and four eyes where two have to end them. */
export function authorityFields(
  body: AuthorityBody,
  errors: FieldErrors,
  onChange: (changed: Partial<AuthorityBody>) => void,
  isFourEyesKept = false,
): TemplateResult {
  const toggle = (tag: string) =>
    onChange({
      languages: languages.filter((other) => (other === tag) !== body.languages.includes(other)),
    })
  return html`
    ${body.languages.map((tag) =>
      textField({
        id: `name-${tag}`,
        label: told.name(languageName(tag)),
        lang: tag,
        isOptional: tag !== 'de',
        maxLength: 200,
        value: body.names[tag] ?? '',
        error: errors[`name-${tag}`],
        onInput: (name) => onChange({ names: { ...body.names, [tag]: name } }),
      }),
    )}
    <fieldset class="field wide">
      <legend>${told.languages}</legend>
      <div class="row">
        ${languages.map(
          (tag) => html`
            <label class="check">
              <input
                type="checkbox"
                name=${tag}
                .checked=${body.languages.includes(tag)}
                ?disabled=${tag === 'de'}
                @change=${() => toggle(tag)}
              />
              ${languageName(tag)}
            </label>
          `,
        )}
      </div>
    </fieldset>
    ${selectField({
      id: 'land',
      label: told.holidays,
      value: body.holidaysLand,
      options: Object.entries(laender).map(([value, label]) => ({ value, label })),
      onChange: (holidaysLand) => onChange({ holidaysLand }),
    })}
    ${textField({
      id: 'logo',
      label: told.logo,
      type: 'url',
      isOptional: true,
      value: body.logoUrl ?? '',
      error: errors['logo'],
      onInput: (logoUrl) => onChange({ logoUrl }),
    })}
    ${
      isFourEyesKept
        ? nothing
        : checkField({
            id: 'four-eyes',
            label: told.fourEyes,
            help: told.fourEyesHelp,
            isChecked: body.fourEyes,
            onChange: (fourEyes) => onChange({ fourEyes }),
          })
    }
  `
}
