import { html, type TemplateResult } from 'lit'
import type { Scope } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
import './changes-card.ts'

/** Something that may need somebody today. A card hides itself where its part of the server has nothing to say. */
interface CardEntry {
  readonly scope?: Scope
  readonly draw: (desk: Desk) => TemplateResult
}

/** All cards, the most urgent first. */
export const cards: readonly CardEntry[] = [
  { scope: 'audit:read', draw: (desk) => html`<desk-changes-card .desk=${desk}></desk-changes-card>` },
]
