import { html, type TemplateResult } from 'lit'
import type { ClerkRole } from '@amtsweg/contract'
import { words } from './words.ts'

interface RolesParts {
  /** `null` = the whole installation, where there is only the administration. */
  readonly authority: string | null
  readonly name: string
  readonly held: readonly ClerkRole[]
  readonly error?: string | undefined
  readonly onChange: (roles: readonly ClerkRole[]) => void
}

/** What somebody is to one authority, each role with what it may do. */
export function rolesField({ authority, name, held, error, onChange }: RolesParts): TemplateResult {
  const offered =
    authority === null ? (['administrator'] as const) : (Object.keys(words.roles) as ClerkRole[])
  const id = `roles-${authority ?? ''}`
  return html`
    <fieldset id=${id} class="field wide ${error ? 'invalid' : ''}" tabindex="-1">
      <legend>${words.clerks.roles(authority === null ? words.clerks.everywhere : name)}</legend>
      ${error ? html`<p class="error">${error}</p>` : ''}
      ${offered.map((role) => {
        const [label, may] = words.roles[role]
        return html`
          <label class="check">
            <input
              type="checkbox"
              name=${role}
              .checked=${held.includes(role)}
              @change=${(event: Event) =>
                onChange(
                  (event.target as HTMLInputElement).checked
                    ? [...held, role]
                    : held.filter((other) => other !== role),
                )}
            />
            <span>${label} <span class="help">${may}</span></span>
          </label>
        `
      })}
    </fieldset>
  `
}
