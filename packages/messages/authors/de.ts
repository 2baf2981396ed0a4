import type { TextLayer } from '@amtsweg/contract'

/** Whose text a text is. */
export const messages = {
  by: {
    who: 'Wer hat das geschrieben?',
    text: 'Text der Seite',
    supplementTo: (title: string) => `Ergänzung zu „${title}“`,
    textFor: (layer: TextLayer, area: string | undefined): string => {
      if (!area) return layer === 'bund' ? 'Text für ganz Deutschland' : 'Text für ein Gebiet'
      return layer === 'gemeinde' ? `Text Ihrer Gemeinde ${area}` : `Text für ${area}`
    },
    holds: (area: string) => `gilt in ${area}`,
    asOf: (date: string) => `Stand ${date}`,
    author: (name: string) => `Geschrieben von ${name}.`,
    /** Whose text it is, and `asOf` or `undated`. */
    dated: (text: string, stand: string) => `${text}, ${stand}`,
    undated: 'ohne Datum',
  },
  supplement: (area: string, layer: TextLayer): string =>
    layer === 'gemeinde' ? `Ergänzung Ihrer Gemeinde ${area}` : `Ergänzung für ${area}`,
}
export type AuthorsMessages = typeof messages
