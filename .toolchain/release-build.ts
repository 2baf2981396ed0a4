import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import type { Shipment } from '../packages/embed/loader.ts'
import type { Release } from '../packages/embed/release.ts'
import { reserved, reservedForAll } from '../packages/embed/room.ts'
import { widgetSources } from '../packages/embed/widgets.ts'
import { languages } from '../packages/messages/languages.ts'
import { inOnePiece } from './catalogues.ts'
import { root } from './tools.ts'

/** What each released version was made of; see CONTRIBUTING.md. */
export const releasesFile = join(root, 'packages/embed/releases.json')

/** What each widget needs beside its own file and the core, by the names the build has just given them. */
function widgetsIn(chunks: readonly Rolldown.OutputChunk[]): Shipment['widgets'] {
  const filesWith = (module: string) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(join(root, module)))
    return chunk ? [chunk.fileName, ...chunk.imports].map((file) => basename(file, '.js')) : []
  }
  const entries = Object.entries(widgetSources).flatMap(([tag, { source, needs = {} }]) => {
    const [own, ...imported] = filesWith(source)
    if (!own) return []
    if (own !== nameOf(tag) || !imported.includes('core'))
      throw new Error(`The loader would not find <${tag}> in ${own}, ${imported}`)
    const further = Object.entries(needs).flatMap(([attributes, module]) =>
      filesWith(module).map((file) => [file, attributes] as const),
    )
    const files = new Map([...further, ...imported.map((file) => [file, ''] as const)])
    const others = [...files].filter(([file]) => file !== own && file !== 'core')
    return [[tag, Object.fromEntries(others)]]
  })
  return Object.fromEntries(entries) as Shipment['widgets']
}

/** Longer tags before those they begin with. */
const languageStart = new RegExp(`^(${[...languages].sort().reverse().join('|')})(?![^-])`)

const nameOf = (tag: string) => tag.replace('amt-', '')

/** The same for others than the loader, who do not know how the files of words are called. */
const withWords = (widgets: Shipment['widgets']): Shipment['widgets'] =>
  Object.fromEntries(Object.entries(widgets).map(([tag, needs]) => [tag, { [`${tag}-`]: '', ...needs }]))

/**
 * The version, if these are exactly the bytes it was released with; else the version with a part made of the bytes,
 * so that no address under `/<release>/` ever has two contents.
 */
export const nameOfRelease = (content: string, version: string, released: Released): string =>
  released[version] === content ? version : `${version}-b${content.slice(0, 10)}`

/** Version to the SHA-256 of all that it was made of. */
export type Released = Readonly<Record<string, string>>

export const read = {
  version: (): string =>
    (JSON.parse(readFileSync(join(root, 'packages/embed/package.json'), 'utf8')) as { version: string })
      .version,
  released: (): Released => JSON.parse(readFileSync(releasesFile, 'utf8')) as Released,
}

/**
 * Puts everything into a folder of the release's name and adds the script: `<release>/embed.js` and the same as `embed.js`, which
 * is what the channel serves; `<release>/integrity.json` lists hashes and sizes.
 */
export const release = (): Plugin => ({
  name: 'amtsweg:release',
  async generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const widgets = widgetsIn(chunks)
    const files = new Map<string, string>()
    for (const { fileName, moduleIds, code } of chunks) {
      delete bundle[fileName]
      // The loader names the chunk that holds the widget, so nobody asks for the door in front of it.
      if (moduleIds.length) files.set(fileName, code)
    }
    const script = (name: string) =>
      inOnePiece(join(root, 'packages/embed/index.ts'), {
        AMT_WIDGETS: JSON.stringify(widgets),
        AMT_LANGUAGES: `${languageStart}`,
        AMT_ROOM: JSON.stringify(reserved(widgetSources)),
        AMT_RELEASE: JSON.stringify(name),
      })
    files.set('embed.js', await script('0.0.0'))
    const inOrder = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
    const content = createHash('sha256').update(JSON.stringify(inOrder)).digest('hex')
    const name = nameOfRelease(content, read.version(), read.released())
    files.set('embed.js', await script(name))

    const listed: Release = {
      release: name,
      content,
      widgets: withWords(widgets),
      files: Object.fromEntries([...files].map(([file, code]) => [file, described(code)])),
    }
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
    for (const [file, code] of files) emit(`${name}/${file}`, code)
    emit(`${name}/integrity.json`, `${JSON.stringify(listed, null, 2)}\n`)
    emit('embed.js', files.get('embed.js')!)
    // For pages that want the room before the script has run: see the guide for webmasters.
    emit('assets/reserve.css', `${reservedForAll(widgetSources)}\n`)
  },
})

const described = (code: string) => ({
  bytes: Buffer.byteLength(code),
  gzip: gzipSync(code, { level: 9 }).length,
  integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
})
