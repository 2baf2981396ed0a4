/** Who did something: a token, a clerk who had signed in, or nobody where a schedule did it. */
export interface Who {
  readonly token: string | null
  readonly clerk: string | null
}
