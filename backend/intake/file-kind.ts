/** Beginnings of files that people send by mistake, and what they are. */
const others: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58], 'an xz archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
]
const byteOrderMarks = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const

/** What a file is that is no text, told by how it begins; undefined for text and for gzip, which is unpacked. */
export function noText(bytes: Uint8Array): string | undefined {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
  const known = others.find(([start]) => begins(start))?.[1]
  if (known) return known
  if (begins([0x1f, 0x8b]) || byteOrderMarks.some(begins)) return undefined
  return bytes.subarray(0, 4_096).includes(0) ? 'no text' : undefined
}
