import type { DeadlinesMessages } from './de.ts'

export const messages: DeadlinesMessages = {
  question: 'Od którego dnia?',
  help: 'Dzień, w którym to nastąpiło lub ma nastąpić, na przykład dzień wprowadzenia się.',
  submit: 'Oblicz',
  errors: {
    missing: 'Proszę podać dzień, miesiąc i rok.',
    unusable: 'Od tego dnia nie możemy liczyć. Możliwe są lata od 2000 do 2099.',
  },
  none: 'Tego terminu nie da się obliczyć.',
  ends: (day) => `Do: ${day}`,
  starts: {
    after: (day) => `Liczone od: ${day}. Sam ten dzień się nie liczy (§\u00a0187\u00a0BGB).`,
    before: (day) => `Liczone wstecz od: ${day}. Cały termin mieści się pomiędzy; oba dni się nie liczą.`,
  },
  rules: {
    days: 'Liczą się wszystkie dni, także weekendy i święta.',
    'same-weekday': 'Termin w tygodniach kończy się w tym samym dniu tygodnia (§\u00a0188\u00a0BGB).',
    'same-day':
      'Termin w miesiącach lub latach kończy się w dniu o takiej samej dacie (§\u00a0188\u00a0BGB).',
    'last-of-month': 'W tym miesiącu nie ma takiego dnia, więc liczy się ostatni (§\u00a0188\u00a0BGB).',
    werktage: 'Dni robocze (Werktage) to poniedziałek do soboty, bez świąt.',
    arbeitstage: 'Dni robocze (Arbeitstage) to poniedziałek do piątku, bez świąt.',
    'moved-on': (days) =>
      `${days}: termin nie kończy się w weekend ani w święto, lecz w następnym dniu roboczym (§\u00a0193\u00a0BGB).`,
    'moved-back': (days) =>
      `${days}: w weekendy i święta jest zamknięte, więc liczy się poprzedni dzień roboczy.`,
  },
  skipped: (days) => `Nie liczą się: ${days}.`,
  holidays: (land) => `Święta: ${land}, bez świąt pojedynczych miejscowości.`,
  holidaysEverywhere:
    'Tylko święta obowiązujące w całych Niemczech. Po wybraniu powyżej miejscowości uwzględnimy święta Państwa kraju związkowego.',
  noAdvice: 'To pomoc w obliczeniach, a nie porada prawna. W razie wątpliwości proszę zapytać w urzędzie.',
}
