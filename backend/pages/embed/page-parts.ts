import type { Db } from '../../database/database.ts'
import type { Remember } from '../../database/memory.ts'
import type { Html } from '../layout.ts'
import { type Words, wordsIn } from '../words.ts'
import { type Question, wayTo } from './question.ts'

/** What a view is made of. */
export interface Ask {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly question: Question
  /** The living region that the webmaster has set. */
  readonly area: string | undefined
}

/** One view: what it is called, what it shows, and where the reader may go instead. */
export interface View {
  readonly title: string
  readonly titleLang?: string | undefined
  readonly body: Html
  readonly ways?: Html | undefined
  /** 404 where what was asked for does not exist. */
  readonly status?: 404
  readonly furtherLanguages?: readonly string[]
}

/** The words of a question and its ways on. */
export const meansOf = ({ question }: Ask): { words: Words; to: ReturnType<typeof wayTo> } => ({
  words: wordsIn[question.lang],
  to: wayTo(question),
})
