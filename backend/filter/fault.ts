/** Why a filter cannot be used: an English sentence for who wrote it, and the place if one is known. */
export interface FilterFault {
  readonly message: string
  /** Characters from the start of the text (from 0), or a JSON pointer. */
  readonly at?: number | string
}

/** Carries a fault out of the depth of a parser; never leaves this folder. */
class Faulty extends Error {
  readonly fault: FilterFault

  constructor(fault: FilterFault) {
    super(fault.message)
    this.name = 'Faulty'
    this.fault = fault
  }
}

export function refuse(message: string, at?: number | string): never {
  throw new Faulty(at === undefined ? { message } : { message, at })
}

/** Gives the fault that stopped the work as a value. */
export function caught<Result>(work: () => Result): Result | { readonly fault: FilterFault } {
  try {
    return work()
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.fault }
    throw error
  }
}

/** Words of foreign text in a message: short, on one line. */
export const quoted = (text: string): string =>
  `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`.replaceAll(/\s+/g, ' ')
