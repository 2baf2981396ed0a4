import type { DeadlinesMessages } from './de.ts'

export const messages: DeadlinesMessages = {
  question: 'From which day?',
  help: 'The day on which it happened or is going to happen, for example the day you moved in.',
  submit: 'Work it out',
  errors: {
    missing: 'Please enter day, month and year.',
    unusable: 'We cannot count from this day. The years 2000 to 2099 are possible.',
  },
  none: 'This deadline cannot be worked out.',
  ends: (day) => `Until ${day}`,
  starts: {
    after: (day) => `Counted from ${day}. That day itself does not count (section 187 BGB).`,
    before: (day) => `Counted back from ${day}. The whole period lies between; neither day counts.`,
  },
  rules: {
    days: 'All days count, weekends and public holidays too.',
    'same-weekday': 'Weeks end on the same weekday (section 188 BGB).',
    'same-day': 'Months and years end on the day of the same number (section 188 BGB).',
    'last-of-month': 'That month has no such day, so its last one counts (section 188 BGB).',
    werktage: 'Working days are Monday to Saturday, without public holidays.',
    arbeitstage: 'Working days are Monday to Friday, without public holidays.',
    'moved-on': (days) =>
      `${days}: no deadline ends on a weekend or public holiday, but on the next working day (section 193 BGB).`,
    'moved-back': (days) =>
      `${days}: offices are closed on weekends and holidays, so the working day before.`,
  },
  skipped: (days) => `Not counted: ${days}.`,
  holidays: (land) => `Public holidays: ${land}, without those of single towns.`,
  holidaysEverywhere:
    'Only holidays of all of Germany. Choose your place above and we count with those of your state.',
  noAdvice: 'This is a help and no legal advice. If in doubt, ask the office.',
}
