/** Who did something: a token, a clerk who had signed in, or nobody where a schedule did it. */
export interface Who {
  readonly token: string | null
  readonly clerk: string | null
}

/** The same in one word, as drafts keep it. */
export const writtenWho = ({ token, clerk }: Who): string =>
  clerk === null ? `token:${token ?? ''}` : `clerk:${clerk}`

/** What such a word says. */
export function readWho(text: string): Who {
  const [kind = '', ...rest] = text.split(':')
  const id = rest.join(':')
  return { token: kind === 'token' ? id : null, clerk: kind === 'clerk' ? id : null }
}
