import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'In which municipality?',
    ort: 'In which village or district?',
    street: 'In which street?',
  },
  questionReason: 'The responsible office depends on the place. Your answer tells us the right one.',
  including: (names, more) => (more ? `with ${names} and others` : `with ${names}`),
  village: (name) => `village ${name}`,
  choiceHelp: 'You can search for a village too.',
  answerQuestion: 'Continue',
  answerMissing: 'Please choose an answer.',
  back: 'Back to the question',
  resolved: (service, area) =>
    area ? `Responsible for “${service}” in ${area}` : `Responsible for “${service}”`,
  found: (names) => `Found: ${names}`,
  others: 'Who else is involved',
  role: {
    responsible: 'Decides',
    contact: 'Advises and helps',
    intake: 'Takes your papers',
    involved: 'Is consulted',
  },
  tier: {
    municipal: 'Municipality',
    county: 'County',
    state: 'State',
    federal: 'Federal government',
    other: 'Other office',
  },
  movedFrom: (former, now) => `${former} is part of ${now} today.`,
  unrecorded: 'No responsibility is on record',
  unrecordedMeaning: (service, area) =>
    `Our data do not say who is responsible for “${service}” in ${area}. We do not guess.`,
  here: 'this area',
  fallback: 'It is best to ask here',
  fallbackArea: (area) => `The next higher administration is: ${area}.`,
}
