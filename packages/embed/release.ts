import type { Shipment } from './loader.ts'

/** What `/<release>/integrity.json` says. */
export interface Release {
  /** Version as in SemVer: `1.0.0`, or with a part made of the content's hash for a build between releases. */
  readonly release: string
  /** SHA-256 of all that the release is made of, in hexadecimal digits. */
  readonly content: string
  /** As in `Shipment`, the words among them; a language follows where a name ends in a hyphen. */
  readonly widgets: Shipment['widgets']
  /** By path below the release's folder. */
  readonly files: Readonly<Record<string, ReleaseFile>>
}

export interface ReleaseFile {
  /** As it is, and after gzip -9. */
  readonly bytes: number
  readonly gzip: number
  /** For `integrity` attributes and import maps: `sha384-…`. */
  readonly integrity: string
}

/** Names that releases have: SemVer 2.0, without build metadata. */
export const releaseName = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/

/**
 * The import map that lets browsers check every file of a release, whoever imports it (HTML, § 8.1.6.2 "integrity"). A page
 * has it before its first module script.
 */
export const importMap = (origin: string, { release, files }: Pick<Release, 'release' | 'files'>) => ({
  integrity: Object.fromEntries(
    Object.entries(files).map(([file, { integrity }]) => [`${origin}/${release}/${file}`, integrity]),
  ),
})
