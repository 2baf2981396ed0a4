import { writeFileSync } from 'node:fs'
import { pnpm } from '../pnpm.ts'
import { bill, type Listed, packagesOf } from '../sbom.ts'
import { finish } from '../tools.ts'

// npm run sbom [-- file]: a CycloneDX bill of what runs in the server and in browsers, from what is installed.
const [target = 'sbom.cdx.json'] = process.argv.slice(2)
const shipped = ['backend', 'widgets', 'embed', 'kit', 'client'].flatMap((name) => [
  '--filter',
  `@amtsweg/${name}`,
])
const { code, output } = await pnpm([...shipped, 'list', '--prod', '--depth', 'Infinity', '--json'])
if (code !== 0) {
  console.error(output)
  finish(code)
}
const packages = packagesOf(JSON.parse(output) as readonly Listed[])
writeFileSync(target, bill(packages))
console.log(`${target}: ${packages.length} packages`)
finish(0)
