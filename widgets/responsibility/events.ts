import type { Responsibility } from '@amtsweg/contract'

type Answer<Status> = Extract<Responsibility, { status: Status }>

/** The office that answers for the service is found. */
export class ResponsibilityResolvedEvent extends Event {
  readonly responsibility: Answer<'resolved'>

  constructor(responsibility: Answer<'resolved'>) {
    super('amt-responsibility-resolved', { bubbles: true, composed: true })
    this.responsibility = responsibility
  }
}

/** Several offices are possible, and the reader is asked which place is theirs. */
export class ResponsibilityAskedEvent extends Event {
  readonly responsibility: Answer<'ambiguous'>

  constructor(responsibility: Answer<'ambiguous'>) {
    super('amt-responsibility-asked', { bubbles: true, composed: true })
    this.responsibility = responsibility
  }
}

/** No responsibility is recorded for the service in this place. */
export class ResponsibilityMissedEvent extends Event {
  readonly responsibility: Answer<'unrecorded'>

  constructor(responsibility: Answer<'unrecorded'>) {
    super('amt-responsibility-missed', { bubbles: true, composed: true })
    this.responsibility = responsibility
  }
}

/** The question could not be answered; `event.error` is an ApiError or a NetworkError. */
export class ResponsibilityFailedEvent extends Event {
  readonly error: unknown

  constructor(error: unknown) {
    super('amt-responsibility-failed', { bubbles: true, composed: true })
    this.error = error
  }
}

/** What an answer is told to the page as. */
export function eventFor(responsibility: Responsibility): Event {
  if (responsibility.status === 'resolved') return new ResponsibilityResolvedEvent(responsibility)
  if (responsibility.status === 'ambiguous') return new ResponsibilityAskedEvent(responsibility)
  return new ResponsibilityMissedEvent(responsibility)
}

declare global {
  interface HTMLElementEventMap {
    'amt-responsibility-resolved': ResponsibilityResolvedEvent
    'amt-responsibility-asked': ResponsibilityAskedEvent
    'amt-responsibility-missed': ResponsibilityMissedEvent
    'amt-responsibility-failed': ResponsibilityFailedEvent
  }
}
