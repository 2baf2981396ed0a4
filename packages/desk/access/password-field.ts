import type { TemplateResult } from 'lit'
import { textField } from '../shell/fields.ts'
import { words } from './words.ts'

/** Fewest characters of a password, as the server counts them (`passwordLength` of the contract, whose schemas stay there). */
const least = 12

export const passwordError = (password: string): string | undefined =>
  password.length < least ? words.password.short : undefined

export const newPasswordField = (
  value: string,
  error: string | undefined,
  onInput: (value: string) => void,
): TemplateResult =>
  textField({
    id: 'password',
    label: words.password.new,
    help: words.password.help,
    type: 'password',
    autocomplete: 'new-password',
    value,
    error,
    onInput,
  })
