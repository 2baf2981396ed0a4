import type { Role } from '@amtsweg/contract'

const number = new Intl.NumberFormat('de-DE')
const roles: Readonly<Record<Role, string>> = {
  responsible: 'zuständig',
  contact: 'Ansprechstelle',
  intake: 'nimmt Anträge an',
  involved: 'beteiligt',
}
const tiers: Readonly<Record<string, string>> = {
  'gemeinde-amt': 'Aufgabe der Gemeinde oder des Amtes',
  kreis: 'Aufgabe des Kreises',
  'kreis-gross': 'Aufgabe des Kreises oder einer großen Stadt',
  land: 'Aufgabe des Landes',
  bund: 'Aufgabe des Bundes',
}

/** What the report about gaps and overlaps says. */
export const words = {
  find: {
    services: (count: number) => `Lücken nach Leistung (${number.format(count)})`,
    places: (count: number) => `Lücken nach Ort (${number.format(count)})`,
    overlaps: (count: number) => `Überschneidungen (${number.format(count)})`,
  },
  choose: 'Was soll gezeigt werden?',
  none: {
    services: 'Für jede Leistung ist überall jemand zuständig.',
    places: 'In jedem Ort ist für alles jemand zuständig.',
    overlaps: 'Nirgends sind mehrere Stellen für dasselbe eingetragen.',
  },
  everywhere: 'Im ganzen Gebiet ist niemand eingetragen.',
  somewhere: (missing: number, of: number) =>
    `In ${number.format(missing)} von ${number.format(of)} Gemeinden ist niemand eingetragen:`,
  examples: (names: readonly string[], missing: number) =>
    names.join(', ') + (missing > names.length ? ' und andere' : ''),
  atPlace: (missing: number, of: number) =>
    `Für ${number.format(missing)} von ${number.format(of)} Leistungen ist niemand eingetragen.`,
  overlap: (area: string, role: Role) => `In ${area} sind mehrere Stellen ${roles[role]} eingetragen:`,
  overlapHelp: 'Nehmen Sie eine heraus, oder sagen Sie im Hinweis jeder Stelle, wofür sie zuständig ist.',
  tier: (tier: string) => tiers[tier] ?? tier,
  more: 'Mehr anzeigen',
}
