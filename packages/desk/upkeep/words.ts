import type { LinkReport, LinkSuggestion, LinkVerdict } from '@amtsweg/contract'

const number = new Intl.NumberFormat('de-DE')

const verdicts: Readonly<Record<LinkVerdict, string>> = {
  dead: 'Nicht erreichbar',
  unsafe: 'Zertifikat ungültig',
  malformed: 'Keine gültige Adresse',
  failing: 'Antwortet zurzeit nicht',
  suspicious: 'Führt vielleicht woanders hin',
  moved: 'Umgezogen',
  refused: 'Wird nicht geprüft',
  login: 'Verlangt eine Anmeldung',
  blocked: 'Weist Prüfungen ab',
}
const suggestions: Readonly<Record<LinkSuggestion['kind'], string>> = {
  moved: 'Neue Adresse laut Server:',
  variant: 'Fast gleich und erreichbar:',
  'look-here': 'Von hier aus suchen:',
}
const layers: Readonly<Record<LinkReport['layer'], string>> = {
  text: 'im Text',
  supplement: 'in Ihrer Ergänzung',
  part: 'bei Formularen, Onlinediensten oder Rechtsgrundlagen',
  contact: 'bei den Kontakten',
}

/** What the pages about links and searches say. */
export const words = {
  verdicts,
  suggestions,
  links: {
    intro: 'Diese Adressen stehen in Ihren Texten und bei Ihren Stellen und sollten angesehen werden.',
    none: 'Alle Links sind in Ordnung.',
    noneIgnored: 'Sie haben keinen Link ausgeblendet.',
    total: (count: number) => (count === 1 ? 'Ein Link' : `${number.format(count)} Links`),
    ignored: 'Ausgeblendete zeigen',
    where: ({ ownerName, layer }: LinkReport) => `„${ownerName}“, ${layers[layer]}`,
    since: (date: string) => `seit ${date}`,
    marked: 'Bürgerinnen und Bürger sehen einen Hinweis.',
    open: (name: string) => `„${name}“ öffnen und ändern`,
    copy: 'Adresse kopieren',
    copied: 'Die Adresse ist kopiert. Fügen Sie sie an der Stelle ein.',
    recheck: 'Noch einmal prüfen',
    rechecked: 'Der Link wird bei der nächsten Runde geprüft.',
    ignore: 'Ausblenden',
    hidden: 'Der Link ist ausgeblendet.',
    heed: 'Wieder anzeigen',
    heeded: 'Der Link wird wieder angezeigt.',
  },
  searches: {
    intro:
      'Danach wurde in Ihrem Gebiet gesucht, ohne dass es weiterhalf. Gezählt wird ohne Personen: Ein Wort erscheint erst, wenn es von mindestens fünf Anschlüssen kam.',
    none: 'Zurzeit gibt es keine Suchbegriffe ohne Treffer.',
    total: (count: number) => (count === 1 ? 'Ein Suchbegriff' : `${number.format(count)} Suchbegriffe`),
    counts: (none: number, unopened: number) =>
      `${number.format(none)}-mal nichts gefunden, ${number.format(unopened)}-mal nichts geöffnet`,
    leadTo: 'Könnte führen zu:',
    add: (term: string, title: string) => `„${term}“ als Stichwort für „${title}“ aufnehmen`,
    noCandidate: 'Dazu passt keine Leistung. Vielleicht fehlt sie noch.',
  },
  more: 'Mehr anzeigen',
}
