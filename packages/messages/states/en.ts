import type { StateMessages } from './de.ts'

const problems: StateMessages['problems'] = {
  'invalid-query': 'We do not understand this entry. Please check what you typed.',
  'not-found': 'This entry does not exist or no longer exists.',
  'area-unknown': 'We do not know this place. Please check the spelling.',
  'place-unknown': 'We do not know this place. Please check the spelling.',
  'service-unknown': 'This service does not exist or no longer exists.',
  OfflineError: 'You are offline. Try again once you are connected.',
  NetworkError: 'The service does not answer. Please try again.',
  TimeoutError: 'The service does not answer. Please try again.',
  timeout: 'The service does not answer. Please try again.',
  unavailable: 'The service is busy right now. Please try again in a moment.',
  'internal-error': 'Something went wrong on our side.',
}

export const messages: StateMessages = {
  loading: 'Loading …',
  retry: 'Try again',
  retryAfter: (seconds) => (seconds === 1 ? 'Please wait one second.' : `Please wait ${seconds} seconds.`),
  stale: (time) => `Information from ${time}. We could not load anything newer.`,
  problems,
  search: {
    results: (count) => (count === 1 ? 'One suggestion' : `${count} suggestions`),
    none: (text) => `No suggestion for “${text}”. Please check the spelling.`,
    failed: 'Suggestions are not available right now. Please type again.',
    chooseOne: 'Please choose a suggestion.',
  },
}
