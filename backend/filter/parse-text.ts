import { type Builder, createBuilder, tooDeep } from './builder.ts'
import { caught, type FilterFault, refuse } from './fault.ts'
import { isGeometryTag, readGeometry } from './parse-wkt.ts'
import { callable, reserved } from './reserved.ts'
import { type Bound, comparisons, type Expression, filterLimits, isOneOf, operators } from './syntax.ts'
import { createTokenReader, type TokenReader } from './token-reader.ts'

/** The tree of a filter, or why it is none. */
export type Parsed = { readonly tree: Expression } | { readonly fault: FilterFault }

/** Reads a filter in CQL2 Text; places of faults are characters from its start. */
export function parseText(filter: string): Parsed {
  return caught(() => {
    if (filter.length > filterLimits.length)
      refuse(`The filter is longer than ${filterLimits.length} characters.`, 0)
    const tokens = createTokenReader(filter)
    const build = createBuilder()
    const tree = build.filter(createParser(tokens, build).readWhole(), 0)
    if (tokens.peek().kind !== 'end') tokens.unexpected('AND, OR or the end of the filter')
    return { tree }
  })
}

/** Binary operators by how tightly they bind. */
const sums = ['+', '-']
const products = ['*', '/', '%']

function createParser(tokens: TokenReader, build: Builder) {
  const { peek, take, isSign, isWord, skipWord, unexpected } = tokens
  let depth = 0
  /** Lists of one item that may as well be an expression in parentheses. */
  const unsure = new WeakSet<Expression>()

  function deeper<Result>(read: () => Result): Result {
    depth += 1
    if (depth > filterLimits.depth) tooDeep(peek().at)
    const result = read()
    depth -= 1
    return result
  }

  const readWhole = (): Expression => readChain('or', () => readChain('and', readNot))

  /** `a AND b AND c` is one AND of three. */
  function readChain(op: 'and' | 'or', read: () => Expression, first = read()): Expression {
    const { at } = peek()
    const parts = [first]
    while (skipWord(op.toUpperCase())) parts.push(read())
    return parts.length === 1 ? first : build.operation(op, parts, at)
  }

  function readNot(): Expression {
    const { at } = peek()
    if (!skipWord('NOT')) return readPredicate(readSum())
    return build.operation('not', [deeper(readNot)], at)
  }

  /** What follows the first operand. */
  function readPredicate(left: Expression): Expression {
    const { at, text, kind } = peek()
    if (kind === 'sign' && isOneOf(comparisons, text)) {
      take()
      return build.operation(text, [left, readSum()], at)
    }
    if (skipWord('IS')) {
      const negated = skipWord('NOT')
      if (!skipWord('NULL')) unexpected(negated ? 'NULL' : 'NULL or NOT NULL')
      return negate(negated, build.operation('isNull', [left], at), at)
    }
    const negated = skipWord('NOT')
    const found = readNegatable(left, at)
    if (!found && negated) unexpected('LIKE, BETWEEN or IN')
    return found ? negate(negated, found, at) : left
  }

  const negate = (negated: boolean, predicate: Expression, at: number): Expression =>
    negated ? build.operation('not', [predicate], at) : predicate

  function readNegatable(left: Expression, at: number): Expression | undefined {
    if (skipWord('LIKE')) return build.operation('like', [left, readSum()], at)
    if (skipWord('BETWEEN')) {
      const low = readSum()
      if (!skipWord('AND')) unexpected('AND')
      return build.operation('between', [left, low, readSum()], at)
    }
    if (!skipWord('IN')) return undefined
    const list = build.list(tokens.readList(readSum), at)
    return build.operation('in', [left, list], at)
  }

  /** Sums and products from the left; a first operand may have been read already. */
  const readSum = (first?: Expression): Expression => readBinary(sums, readProduct, readProduct(first))

  const readProduct = (first?: Expression): Expression =>
    readBinary([...products, 'DIV'], readPower, readPower(first))

  function readBinary(names: readonly string[], read: () => Expression, first: Expression): Expression {
    let left = first
    for (;;) {
      const { kind, text, at } = peek()
      const op = kind === 'sign' || kind === 'name' ? operators.get(text.toLowerCase()) : undefined
      if (!op || !names.includes(text.toUpperCase())) return left
      take()
      left = build.operation(op, [left, read()], at)
    }
  }

  function readPower(first?: Expression): Expression {
    const base = first ?? readFactor()
    const { at } = peek()
    if (!isSign('^')) return base
    take()
    const power = build.operation('^', [base, readFactor()], at)
    if (isSign('^')) refuse('Which ^ comes first? Put one of them in parentheses.', peek().at)
    return power
  }

  function readFactor(): Expression {
    const { at } = peek()
    if (!isSign('-') && !isSign('+')) return readPrimary()
    if (tokens.peekSecond().kind === 'number') return build.literal(tokens.readNumber(), at)
    if (isSign('+')) unexpected('a value')
    take()
    return build.operation('*', [build.literal(-1, at), deeper(readPrimary)], at)
  }

  function readPrimary(): Expression {
    const { kind, text, at } = peek()
    if (kind === 'number') return build.literal(tokens.readNumber(), at)
    if (isSign('(')) return deeper(readParentheses)
    if (kind !== 'text' && kind !== 'quoted' && kind !== 'name') unexpected('a value')
    take()
    if (kind === 'text') return build.literal(text, at)
    return kind === 'quoted' ? build.property(text, at) : readWord(text, at)
  }

  function readParentheses(): Expression {
    take()
    const inner = readWhole()
    tokens.expect(')')
    return inner
  }

  function readWord(word: string, at: number): Expression {
    const upper = word.toUpperCase()
    if (upper === 'TRUE' || upper === 'FALSE') return build.literal(upper === 'TRUE', at)
    if (!isSign('(') && !(isGeometryTag(upper) && isWord('Z'))) {
      if (upper === 'NULL') refuse('Nothing equals NULL; write IS NULL or IS NOT NULL.', at)
      if (reserved.has(upper))
        refuse(`${upper} is a word of CQL2; a property of this name is written "${word}".`, at)
      return build.property(word, at)
    }
    if (isGeometryTag(upper)) return build.shape(readGeometry(tokens, upper), at)
    if (upper === 'BBOX') return build.box(tokens.readList(tokens.readNumber), at)
    if (upper === 'DATE' || upper === 'TIMESTAMP') return readInstant(upper, at)
    if (upper === 'INTERVAL') return readInterval(at)
    return deeper(() => readCall(word, at))
  }

  function readInstant(unit: 'DATE' | 'TIMESTAMP', at: number): Expression {
    const [value, ...rest] = tokens.readList(take)
    if (value?.kind !== 'text' || rest.length > 0) return refuse(`${unit} takes one text in quotes.`, at)
    return build.instant(unit === 'DATE' ? 'date' : 'timestamp', value.text, value.at)
  }

  function readInterval(at: number): Expression {
    const [from, to, ...rest] = tokens.readList(readBound)
    if (from === undefined || to === undefined || rest.length > 0)
      return refuse('INTERVAL takes a start and an end.', at)
    return build.interval(from, to, at)
  }

  function readBound(): Bound {
    const { at } = peek()
    const bound = deeper(() => readSum())
    if (bound.kind === 'literal' && typeof bound.value === 'string') return build.bound(bound.value, at)
    if (bound.kind !== 'instant' && bound.kind !== 'property' && bound.kind !== 'function')
      return refuse("An interval starts and ends with a date or time in quotes, '..' or a property.", at)
    return bound
  }

  function readCall(word: string, at: number): Expression {
    const op = callable.get(word.toUpperCase())
    if (op) return build.operation(op, tokens.readList(readArgument), at)
    return build.call(word, tokens.readList(readArgument), at)
  }

  /** An operand of a function: in parentheses stands a list, unless the expression goes on behind them. */
  function readArgument(): Expression {
    if (!isSign('(')) return readRest(undefined)
    const { at } = peek()
    const items = deeper(() => tokens.readList(readArgument))
    const list = build.list(items, at)
    if (isSign(',') || isSign(')')) {
      if (items.length === 1) unsure.add(list)
      return list
    }
    let inner = list
    while (unsure.has(inner) || inner === list) {
      const [only, ...others] = (inner as { items: readonly Expression[] }).items
      if (!only || others.length > 0) return unexpected('"," or ")"')
      inner = only
    }
    return readRest(inner)
  }

  /** A whole expression of which the first operand may have been read. */
  function readRest(first: Expression | undefined): Expression {
    const predicate = first ? readPredicate(readSum(first)) : readNot()
    return readChain('or', () => readChain('and', readNot), readChain('and', readNot, predicate))
  }

  return { readWhole }
}
