import type { DeadlinesMessages } from './de.ts'

export const messages: DeadlinesMessages = {
  question: 'Af weckern Dag?',
  help: 'De Dag, an den dat wäst is orrer sien sall, tau’n Bispill Ehr Intreckdag.',
  submit: 'Utreken',
  errors: {
    missing: 'Schrieben Sei Dag, Maand un Johr hen.',
    unusable: 'Mit dissen Dag känen wi nich reken. De Johren 2000 bet 2099 gahn.',
  },
  none: 'Disse Tied lett sick nich utreken.',
  ends: (day) => `Bet ${day}`,
  starts: {
    after: (day) => `Tellt af ${day}. Disse Dag sülben tellt nich mit (§\u00a0187\u00a0BGB).`,
    before: (day) =>
      `Trüchtellt von ${day}. De ganze Tied liggt dortwischen; de beiden Daag’ tellen nich mit.`,
  },
  rules: {
    days: 'Alle Daag’ tellen, ok an’t Wochenenn un an Fierdaag’.',
    'same-weekday': 'Wochen gahn an den sülwigen Wochendag tau Enn (§\u00a0188\u00a0BGB).',
    'same-day': 'Maanden un Johren gahn an den Dag mit de sülwige Tall tau Enn (§\u00a0188\u00a0BGB).',
    'last-of-month': 'Dissen Dag gifft dat in den Maand nich, also gellt de letzte (§\u00a0188\u00a0BGB).',
    werktage: 'Warkeldaag’ sünd Maandag bet Sünnabend, ahn Fierdaag’.',
    arbeitstage: 'Arbeitsdaag’ sünd Maandag bet Friedag, ahn Fierdaag’.',
    'moved-on': (days) =>
      `${days}: An’t Wochenenn un an Fierdaag’ is de Tied nich üm, ierst an’n nächsten Warkeldag (§\u00a0193\u00a0BGB).`,
    'moved-back': (days) => `${days}: An’t Wochenenn un an Fierdaag’ is slaten, also de Warkeldag dorvör.`,
  },
  skipped: (days) => `Nich mittellt: ${days}.`,
  holidays: (land) => `Fierdaag’: ${land}, ahn Fierdaag’ von einzelne Uurte.`,
  holidaysEverywhere:
    'Blot Fierdaag’, de in ganz Dütschland gellen. Säuken Sei baben Ehren Uurt ut, denn reken wi mit de von Ehr Land.',
  noAdvice:
    'Dit helpt blot bi’t Reken un is kein Rechtsutkunft. Wenn Sei nich säker sünd, fragen Sei dat Amt.',
}
