import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const root = dirname(import.meta.dirname)
const require = createRequire(import.meta.url)

/** How to start a Chromium; Playwright's launch() takes it as it is. */
export interface FoundBrowser {
  /** Missing where Playwright has its own browser and knows the way. */
  readonly executablePath?: string
  readonly args: string[]
  readonly env: Record<string, string>
}

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const args = [
  // Containers run as root, where the sandbox refuses to start; the browser sees our own pages only.
  '--no-sandbox',
  // No call to anybody: not to the browser's maker, and none that our pages should not make.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Maps draw with WebGL; machines for tests have no graphics card.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]

/** CHROME_PATH, else a browser of this system, else one from the npm registry: nothing has to be installed by hand. */
export async function findBrowser(): Promise<FoundBrowser> {
  const own = process.env['CHROME_PATH']
  if (own) return found(own)

  const system = known.find((path) => existsSync(path) && starts(path, {}))
  if (system) return found(system)

  return process.platform === 'linux' && process.arch === 'x64' ? packaged() : playwrights()
}

/** A browser for one test file or script; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await findBrowser())
}

/** Whether this machine can draw as all others of its kind do. */
export const canDrawAlike = process.platform === 'linux' && process.arch === 'x64'

/**
 * For comparing pixels: always the Chromium of the npm package, with no font, setting or colour of this machine. A page brings
 * its own fonts.
 */
export async function launchDrawingBrowser(): Promise<Browser> {
  const { args, env, ...browser } = await packaged()
  const folder = dirname(browser.executablePath!)
  const configuration = join(folder, 'drawing-fonts.conf')
  writeFileSync(configuration, drawingFonts(folder))
  return chromium.launch({
    ...browser,
    args: [
      ...args,
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
      '--lang=de-DE',
    ],
    env: {
      ...env,
      FONTCONFIG_FILE: configuration,
      LANG: 'de_DE.UTF-8',
      LANGUAGE: 'de_DE',
      LC_ALL: 'C.UTF-8',
      TZ: 'Europe/Berlin',
    },
  })
}

/** Playwright replaces the environment by what it is given, so ours comes along. */
const found = (executablePath: string, env: Record<string, string> = {}): FoundBrowser => ({
  executablePath,
  args,
  env: { ...ourEnvironment(), ...env },
})

const ourEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] != null),
  )

const starts = (path: string, env: Record<string, string>) =>
  spawnSync(path, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0

/** The headless Chromium inside @sparticuz/chromium, with its fonts and libraries, unpacked once. */
async function packaged(): Promise<FoundBrowser> {
  const home = dirname(dirname(require.resolve('@sparticuz/chromium')))
  const { version } = require(join(home, 'package.json')) as { version: string }
  const folder = join(root, '.cache', `chromium-${version}`)
  const executable = join(folder, 'chromium')
  if (!existsSync(executable)) await unpack(join(home, 'bin'), folder, version)

  return found(executable, {
    // A bare Debian has neither libnss3 nor a font configuration, and without the latter Chromium ends at once.
    ...(starts(executable, {}) ? {} : { LD_LIBRARY_PATH: join(folder, 'lib') }),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }),
  })
}

async function unpack(from: string, folder: string, version: string): Promise<void> {
  console.error(`Unpacking Chromium ${version} ...`)
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  for (const part of ['swiftshader', 'fonts', 'al2023']) {
    const archive = join(draft, `${part}.tar`)
    await decompress(join(from, `${part}.tar.br`), archive)
    execFileSync('tar', ['xf', archive, '-C', draft])
    rmSync(archive)
  }
  await decompress(join(from, 'chromium.br'), join(draft, 'chromium'))
  chmodSync(join(draft, 'chromium'), 0o755)
  writeFileSync(join(draft, 'fonts.conf'), fontConfiguration(folder))

  // Two runners may unpack at once; the first to finish wins.
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
}

const decompress = (from: string, to: string) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))

const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`

const drawingFonts = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'drawing-font-cache')}</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`

/** Elsewhere Playwright fetches the Chromium of its own version. */
function playwrights(): FoundBrowser {
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js')
  execFileSync(process.execPath, [cli, 'install', 'chromium', '--only-shell'], { stdio: 'inherit' })
  return { args, env: ourEnvironment() }
}
