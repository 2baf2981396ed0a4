import type { z } from 'zod'
import type { ProblemCode, Scope } from '@amtsweg/contract'
import type { Caller } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { ProblemError } from './problem.ts'

/** In whose name something is written. */
export type Writer = Pick<Caller, 'authority'>

/** The parts of a path, by name. */
export type PathParts = Readonly<Record<string, string>>

/**
 * One kind of thing that authorities write. Whatever writes one goes through this: a route at once, a draft when it is approved, a
 * schedule when its time has come, and whoever undoes a change. `State` is what an editor reads, `Body` what they send; every state
 * is a body as well.
 */
export interface EditKind<State extends object = object, Body = unknown> {
  /** First word of what the trail calls it, such as `supplements` in `supplements.put`. */
  readonly name: string
  /** Address below /api/v1, such as `/services/{id}/supplements/{area}`. */
  readonly path: string
  readonly scope: Scope
  readonly params: z.ZodType<PathParts>
  readonly state: z.ZodType<State>
  readonly body: z.ZodType<Body>
  /** What its routes say of themselves; without `takeBack` there is no DELETE. */
  readonly words: RouteWords & { readonly takeBack?: RouteWords }
  readonly save: RouteWords & {
    /** What a write can be refused with, beyond what every write can. */
    readonly problems: readonly ProblemCode[]
  }
  /** What opening it can end with. */
  readonly unknown: readonly ProblemCode[]
  /** Said by who reads or takes back what is not there; left out, there is something to read even so. */
  readonly absent?: ProblemCode
  /** Read by those only who may write it: what is kept of people is nobody else's. */
  readonly isPrivate?: true
  /**
   * Whether of what was before nothing may be kept, neither to be undone nor in drafts: who is told of may ask to be forgotten (Art. 17
   * DSGVO). `after` is undefined where it was taken back. Left out, all is kept.
   */
  forgets?(before: State, after: State | undefined): boolean
  /** Whether a change waits for no second person, even where all others do. Left out, each does. */
  holdsAtOnce?(before: State, wanted: State): boolean
  /** Finds the thing that a path names; throws where there cannot be one. */
  open(db: Db, params: PathParts): Promise<Editable<State, Body>>
}

interface RouteWords {
  readonly summary: string
  readonly answer: string
}

/** One thing that can be written. */
export interface Editable<State extends object = object, Body = unknown> {
  /** The parts of its path under the names it is kept by. */
  readonly params: PathParts
  /** What the trail calls it. */
  readonly subject: string
  /** Throws unless it is the writer's to change. */
  mustBeOf(db: Db, writer: Writer): Promise<void>
  read(db: Db): Promise<State>
  /** Whether a state is more than nothing. */
  isThere(state: State): boolean
  /**
   * How it shall be: as in a body, or without one as if nobody had said anything. Throws what speaks against it. Asked in the
   * transaction as well, as what was true when a request came need not be true any more when its body has arrived.
   */
  plan(db: Db, writer: Writer, body?: Body): Promise<Plan<State>>
}

/** A change that may be made. */
export interface Plan<State extends object = object> {
  readonly wanted: State
  /** Brings it about; `sourceId` is the source of all that the writer's authority writes. */
  write(trx: Trx, sourceId: string, before: State): Promise<void>
}

/** The address below /api/v1 of what these parts name. */
export const addressOf = ({ path }: Pick<EditKind, 'path'>, params: PathParts): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

/** What an address below /api/v1 names; undefined where nobody writes anything. */
export function kindAt(
  kinds: readonly EditKind[],
  address: string,
): { readonly kind: EditKind; readonly params: PathParts } | undefined {
  for (const kind of kinds) {
    const form = kind.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    const groups = new RegExp(`^${form}$`).exec(address)?.groups
    const params = groups && decoded(groups)
    const fitting = params && kind.params.safeParse(params)
    if (fitting?.success) return { kind, params: fitting.data }
  }
  return undefined
}

function decoded(parts: PathParts): PathParts | undefined {
  try {
    return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, decodeURIComponent(text)]))
  } catch {
    return undefined
  }
}

/** The kind of this name; throws where an older or a newer version has kept one that this does not know. */
export function kindNamed(kinds: readonly EditKind[], name: string): EditKind {
  const kind = kinds.find((one) => one.name === name)
  if (!kind) throw new ProblemError('not-undoable', { detail: `This version does not write ${name}` })
  return kind
}
