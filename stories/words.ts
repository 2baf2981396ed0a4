import type { PlacesMessages, StateMessages } from '@amtsweg/messages'

interface Catalogues {
  readonly states: StateMessages
  readonly places: PlacesMessages
}

const files = import.meta.glob<{ readonly messages: never }>('../packages/messages/{states,places}/*.ts')

/** Words of a domain for an element that is given them, in a language or else in German. */
export async function wordsOf<Domain extends keyof Catalogues>(
  domain: Domain,
  lang: unknown,
): Promise<Catalogues[Domain]> {
  const at = (language: string) => files[`../packages/messages/${domain}/${language}.ts`]
  const { messages } = await (at(String(lang)) ?? at('de')!)()
  return messages
}
