import { importMap, type Release } from '@amtsweg/embed/release.ts'
import type { Choice } from './choice.ts'

/** The release that a pinned snippet names. */
export type Pinned = Pick<Release, 'release' | 'files' | 'widgets'>

export interface Snippet {
  /** For the template, once; empty where the form needs no script. */
  readonly head: string
  readonly body: string
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const attributes = (options: Choice['options'], prefix = '') =>
  Object.entries(options)
    .map(([name, value]) => ` ${prefix}${name}${value ? `="${escaped(value)}"` : ''}`)
    .join('')

export function pageAddress(server: string, { widget, options }: Choice): string {
  const query = new URLSearchParams(
    Object.entries(options)
      .filter(([name]) => name !== 'loading')
      .map(([name, value]) => [name, value || 'true']),
  ).toString()
  return `${server}/embed/${widget}${query && `?${query}`}`
}

/** The import map as it goes into the page: its hash is of these very bytes. */
export const importMapText = (server: string, pinned: Pinned): string =>
  JSON.stringify(importMap(server, pinned))

/** What a widget that is loaded at once always needs: the browser fetches it beside the script, not after it. */
function preloads(server: string, { release, files, widgets }: Pinned, { widget, options, nonce }: Choice) {
  if (options['loading'] !== 'eager') return []
  const further = Object.entries(widgets[`amt-${widget}`] ?? {}).flatMap(([file, when]) =>
    when ? [] : [file],
  )
  return ['core', widget, ...further].flatMap((file) => {
    const path = `assets/${file.replace(/-$/, `-${options['lang'] ?? 'de'}`)}.js`
    const hash = files[path]?.integrity
    const own = nonce ? ' nonce="…"' : ''
    return hash
      ? `<link rel="modulepreload" href="${server}/${release}/${path}" integrity="${hash}" crossorigin="anonymous"${own} />`
      : []
  })
}

export function snippetOf(
  choice: Choice,
  { server, label, pinned }: { server: string; label: string; pinned?: Pinned | undefined },
): Snippet {
  const { widget, options, form } = choice
  const address = pageAddress(server, choice)
  const link = `<a href="${escaped(address)}">${escaped(label)}</a>`
  const bodies = {
    element: `<amt-${widget}${attributes(options)}>\n  ${link}\n</amt-${widget}>`,
    div: `<div data-amt="${widget}"${attributes(options, 'data-')}>\n  ${link}\n</div>`,
    // By the class, `reserve.css` tells it from a link in a sentence.
    link: `<p>${link.replace('<a', '<a class="amt-embed"')}</p>`,
    iframe: `<iframe src="${escaped(address)}" title="${escaped(label)}" width="100%" height="900" loading="lazy"></iframe>`,
    oembed: address,
  }
  const nonce = choice.nonce ? ' nonce="…"' : ''
  const script =
    choice.script === 'pinned' && pinned
      ? [
          `<script type="importmap"${nonce}>${importMapText(server, pinned)}</script>`,
          ...preloads(server, pinned, choice),
          `<script type="module" src="${server}/${pinned.release}/embed.js" integrity="${pinned.files['embed.js']?.integrity}" crossorigin="anonymous"${nonce}></script>`,
        ]
      : [`<script type="module" src="${server}/v1/embed.js"${nonce}></script>`]
  const reserve = choice.reserve ? [`<link rel="stylesheet" href="${server}/assets/reserve.css" />`] : []
  const head = form === 'iframe' || form === 'oembed' ? '' : [...reserve, ...script].join('\n')
  return { head, body: bodies[form] }
}
