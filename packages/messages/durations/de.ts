/** Lengths of time where Intl has no words for them; part of other words. */
export const messages = {
  range: (from: string, to: string) => `${from} bis ${to}`,
  /** `text` is the count or from the fewest to the most; `most` chooses the form. */
  workdays: (text: string, most: number): string => (most === 1 ? '1 Werktag' : `${text} Werktage`),
}
export type DurationsMessages = typeof messages
