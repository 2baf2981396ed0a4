/** What the overview says. */
export const words = {
  greeting: (name: string) => `Guten Tag, ${name}.`,
  nothing: 'Heute wartet nichts auf Sie.',
  ways: 'Häufige Wege',
  changes: {
    title: 'Zuletzt geändert',
    none: 'Noch hat niemand etwas geändert.',
  },
}
