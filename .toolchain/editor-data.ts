import { getWebTypesData } from 'custom-element-jet-brains-integration'
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration'
import type { Plugin } from 'vite'
import { elementsReference } from './elements-reference.ts'
import { widgetsManifest } from './widgets-manifest.ts'

type Manifest = Parameters<typeof getWebTypesData>[0]

/** Both libraries write `undefined` where a custom property has no default of its own. */
const readable = (json: string): object =>
  JSON.parse(json.replaceAll(' _(default: undefined)_', '')) as object

/** What editors complete and explain our elements with, by file name: VS Code and its kin, JetBrains, and whatever reads the manifest. */
export function editorData(version: string): Readonly<Record<string, string>> {
  // The types of the libraries know one kind of declaration only.
  const manifest = widgetsManifest() as unknown as Manifest
  const quiet = { hideLogs: true }
  const webTypes = readable(getWebTypesData(manifest, { ...quiet, packageJson: false }))
  const data = {
    'custom-elements.json': manifest,
    'vscode.html-custom-data.json': readable(getVsCodeHtmlCustomData(manifest, quiet)),
    'vscode.css-custom-data.json': readable(getVsCodeCssCustomData(manifest, quiet)),
    'web-types.json': { ...webTypes, name: '@amtsweg/widgets', version },
  }
  return Object.fromEntries(
    Object.entries(data).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`]),
  )
}

/** Publishes them beside the script, and the same as Markdown. */
export const editorDataFiles = (version: string): Plugin => ({
  name: 'amtsweg:editor-data',
  generateBundle() {
    const files = { ...editorData(version), 'elements.md': elementsReference() }
    for (const [name, source] of Object.entries(files))
      this.emitFile({ type: 'asset', fileName: `assets/${name}`, source })
  },
})
