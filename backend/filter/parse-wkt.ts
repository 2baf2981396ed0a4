import type { Geometry, Position } from '../geometry/geometry.ts'
import { refuse } from './fault.ts'
import { shapeFault } from './shape.ts'
import { geometryTypes } from './syntax.ts'
import type { TokenReader } from './token-reader.ts'

type Tag = keyof typeof geometryTypes
type Nested = Position | Nested[]

export const isGeometryTag = (word: string): word is Tag | 'GEOMETRYCOLLECTION' =>
  word in geometryTypes || word === 'GEOMETRYCOLLECTION'

/** Reads a geometry in WKT, the name of its type already taken. */
export function readGeometry(tokens: TokenReader, tag: Tag | 'GEOMETRYCOLLECTION', depth = 0): Geometry {
  const { at } = tokens.peek()
  if (tokens.isWord('Z')) tokens.take()
  if (tag === 'GEOMETRYCOLLECTION') {
    if (depth > 8) refuse('Geometry collections are nested deeper than 8 levels.', at)
    return { type: 'GeometryCollection', geometries: tokens.readList(() => readTagged(tokens, depth)) }
  }
  const [type, level] = geometryTypes[tag]
  const inner = type === 'MultiPoint' ? () => readPoint(tokens) : () => readNested(tokens, level - 1)
  const coordinates = level === 0 ? readPoint(tokens) : tokens.readList(inner)
  const geometry = { type, coordinates } as Geometry
  const fault = shapeFault(geometry)
  return fault === undefined ? geometry : refuse(fault, at)
}

function readTagged(tokens: TokenReader, depth: number): Geometry {
  const token = tokens.take()
  const tag = token.text.toUpperCase()
  if (token.kind !== 'name' || !isGeometryTag(tag))
    return refuse('Expected a geometry such as POINT.', token.at)
  return readGeometry(tokens, tag, depth + 1)
}

/** `(1 2)`; of several points the parentheses may be missing, as older writers leave them out. */
function readPoint(tokens: TokenReader): Position {
  if (!tokens.isSign('(')) return readPosition(tokens)
  tokens.take()
  const position = readPosition(tokens)
  tokens.expect(')')
  return position
}

const readNested = (tokens: TokenReader, level: number): Nested =>
  level === 0 ? readPosition(tokens) : tokens.readList(() => readNested(tokens, level - 1))

function readPosition(tokens: TokenReader): Position {
  const position = [tokens.readNumber(), tokens.readNumber()]
  if (tokens.peek().kind === 'number' || tokens.isSign('-') || tokens.isSign('+'))
    position.push(tokens.readNumber())
  return position
}
