const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' })
const moment = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' })

/** "30.11.2026", of an ISO date or moment. */
export const shownDay = (iso: string): string => day.format(new Date(iso))

/** "30.11.2026, 14:05" in the time of this device. */
export const shownMoment = (iso: string): string => moment.format(new Date(iso))
