import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What a file of Lit holds and none of our readers runs: the code, and what stays in its place. */
const cuts: Readonly<Record<string, readonly (readonly [code: string | RegExp, instead: string])[]>> = {
  'reactive-element/reactive-element.js': [
    // For standard decorators, polyfills and warnings about two Lits on one page (ours is never shared).
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/, ''],
    [/,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    [/p=a\.reactiveElementPolyfillSupport,/, ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    // `static properties`, which our decorators replace.
    [
      /if\((this\.finalized=!0,this\._\$Ei\(\)),this\.hasOwnProperty\(d\("properties"\)\)\)\{.*?\}(?=this\._\$Eh=)/,
      'this.finalized=!0,this._$Ei();',
    ],
    [
      'export{CSSResult,css,supportsAdoptingStyleSheets,unsafeCSS}from"./css-tag.js"',
      'export{css}from"./css-tag.js"',
    ],
  ],
  'lit-html/lit-html.js': [
    [/B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
    [/,B=t\.litHtmlPolyfillSupport/, ''],
    // Values inside <textarea> and comments, and directives that stand for themselves in a tag.
    [/if\(y\.test\(r\.tagName\)\)\{.*?\}(?=\}else if\(8===r\.nodeType\))/, ''],
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    [',F:Z}', '}'],
  ],
  'lit-element/lit-element.js': [
    [/,s\.litElementHydrateSupport\?\..*?(?=export\{)/, ';'],
    [',n as _$LE', ''],
  ],
  '@lit/task/task.js': [
    [/get taskComplete\(\)\{.*?\}(?=constructor)/, ''],
    ['(this.t=void 0,this.o=void 0,this.h=void 0)', '0'],
    [',"initialValue"in h&&(this.u=h.initialValue,this.i=2,this.O=this.T?.())', ''],
    [',this.o?.(s)', ''],
    [',this.h?.(h)', ''],
    ['if(!Array.isArray(t))throw Error("The args function must return an array");', ''],
    ['default:throw Error("Unexpected status: "+this.i)', ''],
    [
      '"afterUpdate"===this.autoRun?queueMicrotask((()=>this._.requestUpdate())):this._.requestUpdate()',
      'this._.requestUpdate()',
    ],
    ['hostUpdated(){"afterUpdate"===this.autoRun&&this.S()}', ''],
  ],
}
/** What of our own would need it. */
const needed =
  /\b(?:taskComplete|addInitializer)\b|'afterUpdate'|\binitialValue:|\bstatic (?:override )?properties\b|<!--|<textarea[^>]*>[^<]*\$|\/directives\/ref/

export const leanLit = (): Plugin => ({
  name: 'amtsweg:lean-lit',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.\/css-tag\.js$/ },
    handler: () => join(import.meta.dirname, 'lean-css.ts'),
  },
  transform: {
    filter: { id: /\/node_modules\/(?:@lit|lit-|lit\/)|\/(?:widgets|packages)\/.*\.ts$/ },
    handler(code, id) {
      if (needed.test(code) && !id.includes('node_modules'))
        this.error(`${id} uses a part of Lit that the build leaves out`)
      const file = Object.keys(cuts).find((name) => id.endsWith(`/${name}`))
      if (!file) return
      return {
        code: cuts[file]!.reduce((text, [part, instead]) => {
          const shorter = text.replace(part, () => instead)
          if (shorter === text) this.error(`${file} is another one now and has nothing like ${String(part)}`)
          return shorter
        }, code),
        map: null,
      }
    },
  },
})
