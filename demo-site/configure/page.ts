import type { TemplateResult } from 'lit'
import type { ApiClient } from '@amtsweg/client'
import type { ConfigureData } from '../../.toolchain/configure-data.ts'
import type { Choice } from './choice.ts'
import type { Lists } from './lists.ts'
import type { Pinned } from './snippet.ts'
import type { Words } from './words-de.ts'

/** What every part of the page draws from. */
export interface Page {
  readonly words: Words
  readonly choice: Choice
  readonly data: ConfigureData
  readonly client: ApiClient
  readonly lists: Lists
  readonly server: string
  readonly pinned: Pinned | undefined
  /** `'sha256-…'` of the import map, once it is known. */
  readonly mapHash: string | undefined
  /** A policy somebody has pasted; it goes nowhere. */
  readonly pasted: string
  readonly set: (changed: Partial<Choice>) => void
  readonly setOption: (name: string, value: string | undefined) => void
  readonly paste: (text: string) => void
}

export type Part = (page: Page) => TemplateResult
