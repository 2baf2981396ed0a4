import { describe, expect, test } from 'vitest'
import { type Choice, start } from './choice.ts'
import { snippetOf } from './snippet.ts'

const server = 'https://amt.example.de'
const pinned = {
  release: '1.0.0',
  files: {
    'embed.js': { bytes: 1, gzip: 1, integrity: 'sha384-script' },
    'assets/core.js': { bytes: 1, gzip: 1, integrity: 'sha384-core' },
    'assets/wayfinder.js': { bytes: 1, gzip: 1, integrity: 'sha384-wayfinder' },
    'assets/amt-wayfinder-de.js': { bytes: 1, gzip: 1, integrity: 'sha384-german' },
    'assets/amt-wayfinder-pl.js': { bytes: 1, gzip: 1, integrity: 'sha384-polish' },
    'assets/combobox.js': { bytes: 1, gzip: 1, integrity: 'sha384-combobox' },
  },
  widgets: { 'amt-wayfinder': { 'amt-wayfinder-': '', combobox: ':not([service])' } },
}
const made = (choice: Partial<Choice>) =>
  snippetOf({ ...start, reserve: false, ...choice }, { server, label: 'Alle Dienste', pinned })

const options = { area: '130740087', 'deep-links': '' }
const address = `${server}/embed/wayfinder?area=130740087&amp;deep-links=true`

describe('what goes where the widget shall appear', () => {
  test.each([
    [
      'element',
      `<amt-wayfinder area="130740087" deep-links>\n  <a href="${address}">Alle Dienste</a>\n</amt-wayfinder>`,
    ],
    [
      'div',
      `<div data-amt="wayfinder" data-area="130740087" data-deep-links>\n  <a href="${address}">Alle Dienste</a>\n</div>`,
    ],
    ['link', `<p><a class="amt-embed" href="${address}">Alle Dienste</a></p>`],
    [
      'iframe',
      `<iframe src="${address}" title="Alle Dienste" width="100%" height="900" loading="lazy"></iframe>`,
    ],
    ['oembed', address.replace('&amp;', '&')],
  ] as const)('as %s', (form, body) => {
    expect(made({ form, options }).body).toBe(body)
  })

  test.each(['element', 'div', 'link', 'iframe'] as const)(
    'no value that stood in an address breaks out of the %s',
    (form) => {
      const { body } = made({ form, options: { area: '"><script>alert(1)</script>' } })
      expect(body).not.toContain('<script')
      expect(body).not.toContain('"">')
    },
  )
})

describe('what goes into the template', () => {
  test.each<[string, Partial<Choice>, string]>([
    ['always current', {}, `<script type="module" src="${server}/v1/embed.js"></script>`],
    [
      'with room kept',
      { reserve: true },
      `<link rel="stylesheet" href="${server}/assets/reserve.css" />\n<script type="module" src="${server}/v1/embed.js"></script>`,
    ],
    ['by nonce', { nonce: true }, `<script type="module" src="${server}/v1/embed.js" nonce="…"></script>`],
    ['in a frame: nothing', { form: 'iframe', reserve: true }, ''],
    ['as an address: nothing', { form: 'oembed', reserve: true }, ''],
  ])('%s', (_, choice, head) => {
    expect(made(choice).head).toBe(head)
  })

  test('pinned: the map before the script, and a hash for each of both', () => {
    const [map, script] = made({ script: 'pinned' }).head.split('\n')
    expect(map).toContain(`"${server}/1.0.0/assets/core.js":"sha384-core"`)
    expect(script).toBe(
      `<script type="module" src="${server}/1.0.0/embed.js" integrity="sha384-script" crossorigin="anonymous"></script>`,
    )
  })
  test.each([
    [{}, []],
    [{ loading: 'lazy' }, []],
    [{ loading: 'eager' }, ['core', 'wayfinder', 'amt-wayfinder-de']],
    [{ loading: 'eager', lang: 'pl' }, ['core', 'wayfinder', 'amt-wayfinder-pl']],
  ])('pinned with %j: its files are fetched beside the script, after the map: %j', (options, files) => {
    const lines = made({ script: 'pinned', options, nonce: true }).head.split('\n')
    expect(lines[0]).toContain('importmap')
    expect(lines.at(-1)).toContain('embed.js')
    expect(
      lines.slice(1, -1).map((line) => /modulepreload.*assets\/(.*)\.js.*nonce/.exec(line)?.[1]),
    ).toEqual(files)
  })

  test('always current: no file is named that may be of another release', () => {
    expect(made({ options: { loading: 'eager' } }).head).not.toContain('modulepreload')
  })
})
