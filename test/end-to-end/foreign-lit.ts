import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './server.ts'

const home = dirname(dirname(createRequire(join(root, 'widgets', 'package.json')).resolve('lit')))
const packages = home.endsWith('lit') ? dirname(home) : home

const script = (path: string) =>
  [
    'text/javascript',
    readFileSync(join(packages, path), 'utf8')
      .replaceAll(/((?:from|import)\s*)"@lit\/reactive-element"/g, '$1"/reactive-element.js"')
      .replaceAll(/((?:from|import)\s*)"lit-html"/g, '$1"/lit-html.js"'),
  ] as const

/** A town's own Lit, as published, with an element of its own: it asks for the policy `lit-html`, ours must not. */
export const foreignLit = {
  '/css-tag.js': script('@lit/reactive-element/css-tag.js'),
  '/reactive-element.js': script('@lit/reactive-element/reactive-element.js'),
  '/lit-html.js': script('lit-html/lit-html.js'),
  '/lit-element.js': script('lit-element/lit-element.js'),
  '/town.js': [
    'text/javascript',
    `import { html } from '/lit-html.js'
     import { LitElement } from '/lit-element.js'
     customElements.define('town-clock', class extends LitElement {
       render() { return html\`<p>Die Uhr geht \${'richtig'}</p>\` }
     })`,
  ],
} as const
