import type { Contact } from '@amtsweg/contract'
import { safeAddress } from '../import/index.ts'

const emailForm = /^[^\s@<>"(),;]{1,64}@[^\s@<>"(),;]{1,200}\.[a-z]{2,20}$/i
const numberForm = /^[+\d(][\d\s()/.+-]{2,40}$/

/** Whether a contact is what its kind says; what readers follow must be safe. */
export function isUsable({ kind, value }: Contact): boolean {
  switch (kind) {
    case 'phone':
    case 'fax':
      // The prefix alone, "(030)", is no number.
      return numberForm.test(value) && value.replace(/^\(\d+\)/, '').replace(/\D/g, '').length >= 3
    case 'email':
    case 'deMail':
      return emailForm.test(value)
    default:
      return /^https?:/i.test(safeAddress(value) ?? '')
  }
}
