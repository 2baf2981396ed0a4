import type { ProcessingTime, TimeUnit } from '@amtsweg/contract'

/** ISO 8601 as xsd:duration knows it, which has no weeks. */
const designators: Readonly<Record<TimeUnit, (count: number) => string>> = {
  JAHR: (count) => `P${count}Y`,
  MONAT: (count) => `P${count}M`,
  WOCHE: (count) => `P${count * 7}D`,
  TAG: (count) => `P${count}D`,
  // Six Werktage a week (BUrlG 3), five Arbeitstage: in days of the calendar, rounded up, holidays not counted.
  WERKTAG: (count) => `P${Math.ceil((count * 7) / 6)}D`,
  ARBEITSTAG: (count) => `P${Math.ceil((count * 7) / 5)}D`,
  STUNDE: (count) => `PT${count}H`,
  MINUTE: (count) => `PT${count}M`,
  SEKUNDE: (count) => `PT${count}S`,
}

/** A length of time for machines; of a range the longest, which is what a reader can rely on. */
export const isoDuration = ({
  value,
  upper,
  unit,
}: Pick<ProcessingTime, 'value' | 'upper' | 'unit'>): string => designators[unit](upper ?? value)
