import { crc32, deflateSync } from 'node:zlib'

/** An opaque picture, four bytes a pixel. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Each pixel's place in a list of colours, of which only the first `bits` of each part count. */
function indexed({ data }: Picture, bits: number): { colours: number[]; pixels: Uint8Array } | undefined {
  const places = new Map<number, number>()
  const colours: number[] = []
  const pixels = new Uint8Array(data.length / 4)
  for (let at = 0; at < pixels.length; at += 1) {
    const [red, green, blue] = data.subarray(at * 4, at * 4 + 3)
    const colour = (red! << 16) | (green! << 8) | blue!
    const key = [red!, green!, blue!].reduce((sum, part) => (sum << bits) | (part >> (8 - bits)), 0)
    const place = places.get(key) ?? colours.length
    if (place === colours.length) {
      if (place === 256) return undefined
      places.set(key, place)
      colours.push(colour)
    }
    pixels[at] = place
  }
  return { colours, pixels }
}

/**
 * A PNG with 256 colours at most (PNG, third edition, colour type 3): a third of the bytes. Where there are more, near ones become
 * one, by less than a comparison minds.
 */
export function palettePng(picture: Picture): Buffer {
  const { width, height } = picture
  const { colours, pixels } = [8, 6, 5, 4].map((bits) => indexed(picture, bits)).find((found) => found) ?? {}
  if (!colours || !pixels) throw new Error('There are more colours than fit, even when near ones are one')
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
