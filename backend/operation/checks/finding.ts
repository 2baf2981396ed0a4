export const levels = ['ok', 'warning', 'problem'] as const
export type Level = (typeof levels)[number]

/** What one look came to, in words for an administrator. */
export interface Finding {
  /** What was looked at: a word that stays the same, for programs. */
  readonly check: string
  readonly level: Level
  readonly what: string
  /** What to do about it; nothing where it is fine. */
  readonly todo?: string
}

export const fine = (check: string, what: string): Finding => ({ check, level: 'ok', what })
export const warning = (check: string, what: string, todo: string): Finding => ({
  check,
  level: 'warning',
  what,
  todo,
})
export const problem = (check: string, what: string, todo: string): Finding => ({
  check,
  level: 'problem',
  what,
  todo,
})

/** The gravest of all levels. */
export const gravest = (findings: readonly Finding[]): Level =>
  levels[Math.max(0, ...findings.map(({ level }) => levels.indexOf(level)))] ?? 'ok'
