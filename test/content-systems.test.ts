import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { describeOptional, hasPhp } from './optional-php.ts'

const root = join(import.meta.dirname, '..', 'packages')
const systems = ['wordpress', 'typo3', 'drupal'] as const
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const files = systems.flatMap((system) =>
  readdirSync(join(root, system), { recursive: true, encoding: 'utf8' })
    .map((path) => `${system}/${path}`)
    .filter((path) => /\.\w+$/.test(path)),
)
const php = [...files.filter((path) => /\.(php|module)$/.test(path)), '../test/embed/wordpress-site.php']
const ending = (...endings: readonly string[]) =>
  files.filter((path) => endings.includes(path.split('.').at(-1) ?? ''))

describe('what the content systems read', () => {
  test.each(ending('json'))('%s is JSON', (path) => {
    expect(JSON.parse(read(path))).toBeTypeOf('object')
  })

  test.each(ending('yaml', 'yml'))('%s is YAML', (path) => {
    expect(parseYaml(read(path))).toBeTypeOf('object')
  })

  test.each(ending('xlf', 'svg'))('%s is XML', (path) => {
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.write(read(path)).close()
  })

  test.each(
    [...read('drupal/amtsweg.routing.yml').matchAll(/\\Drupal\\amtsweg\\([\w\\]+)/g)].map(([, name]) => name),
  )('Drupal finds the class %s', (name) =>
    expect(existsSync(join(root, `drupal/src/${name?.replaceAll('\\', '/')}.php`))).toBe(true),
  )

  test.each(
    [
      ...read('typo3/Configuration/Sets/Amtsweg/setup.typoscript').matchAll(/Amtsweg\\Amtsweg\\([\w\\]+)/g),
    ].map(([, name]) => name),
  )('TYPO3 finds the class %s', (name) =>
    expect(existsSync(join(root, `typo3/Classes/${name?.replaceAll('\\', '/')}.php`))).toBe(true),
  )

  test.each(systems)('%s says its licence, and has its text', (system) => {
    const said = files
      .filter((path) => path.startsWith(system) && /composer\.json|amtsweg\.php/.test(path))
      .map(read)
    expect(said.every((text) => text.includes('GPL-2.0-or-later'))).toBe(true)
    const licence = read(`${system}/LICENSE${system === 'wordpress' ? '' : '.txt'}`)
    expect(licence).toContain('GNU GENERAL PUBLIC LICENSE')
    expect(read(`${system}/README.md`).split('\n').length).toBeLessThanOrEqual(41)
  })

  test('nothing asks anybody by itself', () => {
    const asking = /wp_(safe_)?remote_|curl_|fsockopen|file_get_contents|httpClient|GuzzleHttp|RequestFactory/
    expect(files.filter((path) => asking.test(read(path)))).toEqual([])
  })
})

describe('every word is there in German too', () => {
  const strings = (paths: readonly string[], call: RegExp) => [
    ...new Set(
      paths.flatMap((path) =>
        [...read(path).matchAll(call)].map(([, , text = '']) => text.replaceAll("\\'", "'")),
      ),
    ),
  ]
  const catalogue = (path: string) =>
    new Map(
      [...read(path).matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(
        ([, id = '', text = '']) => [id, text] as const,
      ),
    )

  test.each([
    [
      'WordPress',
      'wordpress',
      /\b(esc_html__|__)\( '((?:[^'\\]|\\.)+)', 'amtsweg' \)/g,
      'wordpress/languages/amtsweg-de_DE.po',
    ],
    [
      'Drupal',
      'drupal',
      /(->t|TranslatableMarkup)\('((?:[^'\\]|\\.)+)'\)/g,
      'drupal/translations/amtsweg.de.po',
    ],
  ])('%s', (_, system, call, path) => {
    const german = catalogue(path)
    const used = strings(
      php.filter((file) => file.startsWith(system)),
      call,
    )
    expect(used.length).toBeGreaterThan(15)
    expect(used.filter((text) => text !== 'Amtsweg' && !german.get(text))).toEqual([])
  })

  test('TYPO3', () => {
    for (const [folder, name] of [
      ['Resources/Private/Language', 'locallang'],
      ['Configuration/Sets/Amtsweg', 'labels'],
    ]) {
      const ids = (text: string) => [...text.matchAll(/trans-unit id="([^"]+)"/g)].map(([, id]) => id)
      const german = read(`typo3/${folder}/de.${name}.xlf`)
      expect(ids(german)).toEqual(ids(read(`typo3/${folder}/${name}.xlf`)))
      expect(german.match(/<target>.+<\/target>/g)).toHaveLength(ids(german).length)
    }
  })

  test('what WordPress reads is made of what translators write', () => {
    const made = read('wordpress/languages/amtsweg-de_DE.mo')
    for (const [id, text] of catalogue('wordpress/languages/amtsweg-de_DE.po')) {
      expect(made).toContain(`${id}\0`)
      expect(made).toContain(`${text}\0`)
    }
  })
})

describeOptional('in PHP itself', hasPhp(), 'php-cli', () => {
  test.each(php)('%s is well-formed', (path) => {
    const { status, stdout, stderr } = spawnSync('php', ['-l', join(root, path)], { encoding: 'utf8' })
    expect([status, stdout + stderr]).toEqual([0, expect.stringContaining('No syntax errors')])
  })

  const call = (file: string, code: string, values: readonly unknown[]) => {
    const script = `require $argv[1]; echo json_encode(${code}(...json_decode($argv[2], true)));`
    const { stdout, stderr } = spawnSync('php', ['-r', script, join(root, file), JSON.stringify(values)], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    return JSON.parse(stdout) as unknown
  }
  const typo3 = (...values: readonly unknown[]) =>
    call('typo3/Classes/Snippet.php', 'Amtsweg\\Amtsweg\\Snippet::html', values)
  const drupal = (...values: readonly unknown[]) =>
    call('drupal/src/Snippet.php', 'Drupal\\amtsweg\\Snippet::html', values)
  const addressed = (...values: readonly unknown[]) =>
    call('drupal/src/Snippet.php', 'Drupal\\amtsweg\\Snippet::read', values)
  const server = 'https://amtsweg.example.de'

  describe.each([
    ['TYPO3', typo3],
    ['Drupal', drupal],
  ])('the snippet of %s', (_, snippet) => {
    test('is the one of our guides', () => {
      expect(snippet(server, 'wayfinder', { area: '130740087', service: '' }, 'Alle Dienste')).toBe(
        `<amt-wayfinder area="130740087"><a href="${server}/embed/wayfinder?area=130740087">Alle Dienste</a></amt-wayfinder>`,
      )
    })

    test('escapes what people type', () => {
      const hostile = `"><script>alert('&')</script>`
      const html = String(
        snippet(server, 'responsibility-finder', { service: hostile, onclick: hostile }, hostile),
      )
      expect(html.match(/<[^>]*>/g)).toHaveLength(4)
      expect(html).not.toMatch(/onclick|<script/)
      expect(html).toContain('service="&quot;&gt;&lt;script&gt;')
      expect(html).toContain('?service=%22%3E%3Cscript%3E')
    })

    test('is empty without a server and for widgets that nobody knows', () => {
      expect(snippet('', 'wayfinder', {}, '')).toBe('')
      expect(snippet('javascript:alert(1)', 'wayfinder', {}, '')).toBe('')
      expect(snippet(server, 'wayfinder onclick=alert(1)', {}, '')).toBe('')
    })
  })

  test('Drupal’s filter knows an address of its own server only', () => {
    expect(addressed(server, `${server}/embed/wayfinder?area=13&view=a-z`)).toEqual({
      widget: 'wayfinder',
      options: { area: '13', view: 'a-z' },
    })
    expect(addressed(server, `${server}.evil.example/embed/wayfinder`)).toBe(null)
    expect(addressed(server, `${server}/embed/other`)).toBe(null)
  })
})
