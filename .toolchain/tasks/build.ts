import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Release } from '../../packages/embed/release.ts'
import { read, releasesFile } from '../release-build.ts'
import { finish, root } from '../tools.ts'
import { buildWidgets } from '../widgets.ts'

// npm run build [-- --release]: with it, what was built is from now on the version that packages/embed/package.json names.
const code = await buildWidgets()
if (code !== 0 || !process.argv.includes('--release')) finish(code)

const [list] = globSync('dist/*/integrity.json', { cwd: root })
const { content } = JSON.parse(readFileSync(join(root, list!), 'utf8')) as Release
const version = read.version()
const released = read.released()
if (released[version] && released[version] !== content) {
  console.error(
    `${version} was released with other contents: raise the version in packages/embed/package.json first.`,
  )
  finish(1)
}
writeFileSync(releasesFile, `${JSON.stringify({ ...released, [version]: content }, null, 2)}\n`)
console.log(`${version} is ${content}. Commit packages/embed/releases.json.`)
finish(await buildWidgets())
