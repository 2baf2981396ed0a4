import type {
  Audience,
  Fee,
  ProcessingTime,
  RequiredDocument,
  ServiceIdentifier,
  ServiceLink,
} from '@amtsweg/contract'
import type { StoredDeadline } from './deadline-run.ts'

/** Words by language. */
export type Words = Readonly<Record<string, string>>

/** Who wrote one part and when, where that differs from the whole description. */
interface Written {
  readonly author?: string | undefined
  readonly updatedAt?: string | undefined
}

/** One text module as foreign HTML or plain text. */
export interface ModuleRecord extends Written {
  readonly code: string
  readonly lang: string
  readonly html: string
}

/** A part of a description in one language; `regionKey` where it does not hold everywhere the service does. */
export type PartRecord = Written & { readonly lang: string; readonly regionKey?: string | undefined } & (
    | { readonly kind: 'document'; readonly content: RequiredDocument }
    | { readonly kind: 'fee'; readonly content: Fee }
    | { readonly kind: 'deadline'; readonly content: StoredDeadline }
    | { readonly kind: 'processing-time'; readonly content: ProcessingTime }
    | { readonly kind: 'legal-basis' | 'form' | 'online-service'; readonly content: ServiceLink }
  )

/** A service description as an import profile understood it, before anything in it is trusted. */
export interface ServiceRecord {
  /** Line or position in the file, from 1. */
  readonly line: number
  readonly id: string
  readonly identifier: ServiceIdentifier
  /** Secondary identifiers. */
  readonly identifiers?: readonly ServiceIdentifier[] | undefined
  readonly leistungsschluessel?: string | undefined
  readonly furtherKeys?: readonly string[] | undefined
  readonly typisierung?: string | undefined
  /** Where it holds; left out = nationwide. */
  readonly regionKey?: string | undefined
  readonly audience: readonly Audience[]
  readonly titles: Words
  readonly officialTitles?: Words | undefined
  readonly modules: readonly ModuleRecord[]
  readonly parts: readonly PartRecord[]
  readonly keywords: Readonly<Record<string, readonly string[]>>
  readonly lifeSituations: readonly string[]
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
  readonly updatedAt?: string | undefined
  readonly author?: string | undefined
}
