import { z } from 'zod'
import { Unit } from './directory.ts'
import {
  AreaKey,
  Identifier,
  Lang,
  Latitude,
  Longitude,
  Postcode,
  RegionKey,
  SearchText,
} from './parameters.ts'
import { AreaRef } from './places.ts'

/** What a unit does for a service. `responsible` decides; the others help, take papers in or must be heard. */
export const Role = z.enum(['responsible', 'contact', 'intake', 'involved'])
export type Role = z.infer<typeof Role>

/** A unit that acts, and where its responsibility is recorded. */
export const ResponsibleUnit = z
  .object({
    role: Role,
    regionKey: RegionKey.optional().meta({ description: 'Where this is recorded; absent = nationwide' }),
    unit: Unit,
    note: z.string().optional(),
    source: z.string().optional(),
  })
  .meta({ id: 'ResponsibleUnit' })
export type ResponsibleUnit = z.infer<typeof ResponsibleUnit>

/** One answer to the one question; its `regionKey` asked again as `area=` is always unambiguous. */
export const PlaceChoice = z
  .object({
    regionKey: RegionKey,
    label: z.string(),
    detail: z.string(),
    places: z.array(z.string()).meta({ description: 'Villages of the area, so that a reader finds theirs' }),
  })
  .meta({ id: 'PlaceChoice' })
export type PlaceChoice = z.infer<typeof PlaceChoice>

/**
 * `resolved`: `units` hold the role `responsible`, `others` the remaining roles.
 * `ambiguous`: the authorities for this service differ within what was given.
 * `unrecorded`: no responsibility is recorded; `fallback` is the next higher authority, never a guess of ours.
 */
export const Responsibility = z
  .discriminatedUnion('status', [
    z.object({
      status: z.literal('resolved'),
      service: z.object({ id: Identifier, title: z.string() }),
      area: AreaRef.optional(),
      movedFrom: z.string().optional().meta({ description: 'Name of the dissolved area that was asked for' }),
      units: z.array(ResponsibleUnit),
      others: z.array(ResponsibleUnit),
    }),
    z.object({
      status: z.literal('ambiguous'),
      service: z.object({ id: Identifier, title: z.string() }),
      question: z.object({ kind: z.enum(['gemeinde', 'ort', 'street']), choices: z.array(PlaceChoice) }),
    }),
    z.object({
      status: z.literal('unrecorded'),
      service: z.object({ id: Identifier, title: z.string() }),
      area: AreaRef.optional(),
      movedFrom: z.string().optional(),
      fallback: z.object({ area: AreaRef.optional(), unit: Unit.optional() }),
    }),
  ])
  .meta({ id: 'Responsibility' })
export type Responsibility = z.infer<typeof Responsibility>

/** The service and one way to say where: `area`, or `postcode` / `place` with or without `street`, or `lat` with `lon`. */
export const ResponsibilityQuery = z.object({
  service: Identifier,
  area: AreaKey.optional(),
  postcode: Postcode.optional(),
  place: SearchText.optional(),
  street: SearchText.optional(),
  lat: Latitude.optional(),
  lon: Longitude.optional(),
  lang: Lang.optional(),
})
export type ResponsibilityQuery = z.infer<typeof ResponsibilityQuery>
