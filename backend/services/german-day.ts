const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

/** The ISO date in Germany at a moment: descriptions come into force and go out of it by the day. */
export const germanDay = (moment: Date): string => isoDay.format(moment)
