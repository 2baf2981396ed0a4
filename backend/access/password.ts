import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's first choice: 19 MiB, two passes; about 60 ms of one core. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32
const nonceLength = 16

/** Too many want to be looked at at once. */
export class PasswordsBusy extends Error {
  override name = 'PasswordsBusy'
}

/** Hashes passwords and compares them; each of both takes the same work. */
export interface Passwords {
  /** Argon2id as a PHC string. Throws PasswordsBusy. */
  readonly hash: (password: string) => Promise<string>
  /**
   * Whether a password is the one of this hash. Without a hash the same work is done for nothing, so that nobody can tell by the time
   * whether an account exists. Throws PasswordsBusy.
   */
  readonly matches: (password: string, hash: string | undefined, from?: Asking) => Promise<boolean>
}

/** Who is waiting: somebody in a browser in which they have signed in before, or anybody. */
interface Asking {
  readonly isKnown?: boolean
}

interface Options {
  /** Computations at once, and how many may wait: each keeps a core busy, and whoever is refused costs nothing. */
  readonly most?: number
  readonly backlog?: number
  /** Places kept for those who are known, beside the others: strangers, however many, hold up only strangers. */
  readonly reserved?: number
  /** Told of each computation. */
  readonly onComputed?: () => void
}

/** One for the whole process: what it bounds is the work of the computer. */
export function createPasswords({
  most = 2,
  backlog = 16,
  reserved = 4,
  onComputed = () => {},
}: Options = {}): Passwords {
  const known: (() => void)[] = []
  const strangers: (() => void)[] = []
  let running = 0

  async function compute(
    password: string,
    nonce: Buffer,
    { memory, passes, parallelism }: Cost,
    { isKnown = false }: Asking,
  ) {
    const [waiting, places] = isKnown ? [known, reserved] : [strangers, backlog]
    if (running >= most && waiting.length >= places) throw new PasswordsBusy()
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      onComputed()
      // The same characters may be typed in two ways (NIST SP 800-63B, 5.1.1.2).
      const message = password.normalize('NFKC')
      return await derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength })
    } finally {
      // Whoever goes on takes the place over.
      const next = known.shift() ?? strangers.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    async hash(password) {
      const nonce = randomBytes(nonceLength)
      // A password is set by who has signed in or been invited.
      return written(nonce, await compute(password, nonce, cost, { isKnown: true }), cost)
    },
    async matches(password, hash, from = {}) {
      const known = hash === undefined ? undefined : read(hash)
      const { nonce, tag, ...how } = known ?? { nonce: nothing, tag: nothing, ...cost }
      const computed = await compute(password, nonce, how, from)
      return known !== undefined && tag.length === computed.length && timingSafeEqual(tag, computed)
    },
  }
}

const nothing = Buffer.alloc(nonceLength)

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

const written = (nonce: Buffer, tag: Buffer, { memory, passes, parallelism }: Cost) =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

function read(hash: string): (Cost & { readonly nonce: Buffer; readonly tag: Buffer }) | undefined {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = form.exec(hash) ?? []
  if (memory === undefined) return undefined
  return {
    ...{ memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}
