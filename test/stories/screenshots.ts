import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { palettePng } from './palette-png.ts'

const root = join(import.meta.dirname, '..', '..')
const kept = join(root, 'test/screenshots')
const differing = join(root, '.cache/screenshots')
const advice = 'If that is wanted: npm run screenshots -- update'

/** Whether what is drawn now shall be kept instead of compared. */
const isUpdate = process.env['AMTSWEG_UPDATE_SCREENSHOTS'] === '1'
rmSync(differing, { recursive: true, force: true })

/** A name that every file system takes. */
export const fileName = (...parts: readonly string[]): string =>
  `${parts
    .filter(Boolean)
    .join('.')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')}.png`

/** Pixels that may differ: antialiasing is no difference, and a processor may round a few colours in another way. */
const allowed = (pixels: number) => Math.round(pixels * 0.0001)

/** Compares with the picture that is kept, or keeps this one; answers what is wrong, in sentences that say what to do. */
export function compare(name: string, taken: Buffer): readonly string[] {
  const path = join(kept, name)
  const picture = PNG.sync.read(taken)
  const before = existsSync(path) ? PNG.sync.read(readFileSync(path)) : undefined
  const { different, drawn } = difference(before, picture)
  if (different === 0) return []
  if (isUpdate) {
    mkdirSync(kept, { recursive: true })
    writeFileSync(path, palettePng(picture))
    return []
  }
  mkdirSync(differing, { recursive: true })
  writeFileSync(join(differing, name), taken)
  if (!before) return [`test/screenshots/${name} is missing; drawn was .cache/screenshots/${name}. ${advice}`]
  if (!drawn)
    return [
      `test/screenshots/${name} is ${before.width} × ${before.height}, but .cache/screenshots/${name} ${picture.width} × ${picture.height}. ${advice}`,
    ]
  const marked = name.replace('.png', '.difference.png')
  writeFileSync(join(differing, marked), PNG.sync.write(drawn))
  return [
    `test/screenshots/${name} differs in ${different} pixels: see .cache/screenshots/${marked} and ${name}. ${advice}`,
  ]
}

function difference(before: PNG | undefined, now: PNG): { different: number; drawn?: PNG } {
  const { width, height } = now
  if (before?.width !== width || before.height !== height) return { different: Infinity }
  const drawn = new PNG({ width, height })
  const different = pixelmatch(before.data, now.data, drawn.data, width, height, { threshold: 0.1 })
  return { different: different > allowed(width * height) ? different : 0, drawn }
}

/** Pictures of stories that are no more; an update sweeps them up. */
export function leftOver(names: readonly string[]): readonly string[] {
  const old = existsSync(kept)
    ? readdirSync(kept).filter((file) => file.endsWith('.png') && !names.includes(file))
    : []
  if (!isUpdate) return old
  for (const file of old) rmSync(join(kept, file))
  return []
}
