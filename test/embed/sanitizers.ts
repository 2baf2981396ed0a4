import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sanitizeHtml from 'sanitize-html'
import type { Snippets } from './snippets.ts'

const home = (name: string) => join(import.meta.dirname, '..', 'node_modules', name)

/** What the scripts of the editors leave on `window`. */
interface Editors {
  readonly DOMPurify: { readonly sanitize: (html: string) => string }
  readonly tinymce: {
    readonly init: (
      options: object,
    ) => Promise<readonly { setContent: (html: string) => void; getContent: () => string }[]>
  }
  readonly CKEDITOR: Readonly<Record<string, unknown>> & {
    readonly ClassicEditor: {
      readonly create: (
        place: Element,
        options: object,
      ) => Promise<{ setData: (html: string) => void; getData: () => string; destroy: () => Promise<void> }>
    }
  }
}

const mapped = async (
  snippets: Snippets,
  clean: (html: string) => string | Promise<string>,
): Promise<Snippets> => {
  const results: Record<string, string> = {}
  for (const [name, html] of Object.entries(snippets)) results[name] = await clean(html)
  return results
}

/** CKEditor's General HTML Support, from what most sites have to what a webmaster can ask for. */
const ckeditors = { none: '', 'a, div, p, iframe': '^(a|div|p|iframe)$', everything: '.*' } as const

/**
 * Real sanitizers and editors from npm, each as its makers ship it, in a page of a real browser; nothing is asked of anybody.
 * TinyMCE and CKEditor get the snippet as whole content, as their source view does.
 */
export async function sanitize(page: Page, snippets: Snippets): Promise<Readonly<Record<string, Snippets>>> {
  await page.route('**/tinymce/**', (route) =>
    route.fulfill({
      path: join(home('tinymce'), new URL(route.request().url()).pathname.replace('/tinymce/', '')),
    }),
  )
  await page.addScriptTag({ path: join(home('dompurify'), 'dist', 'purify.min.js') })
  await page.addScriptTag({ url: '/tinymce/tinymce.min.js' })
  await page.addScriptTag({ path: join(home('ckeditor5'), 'dist', 'browser', 'ckeditor5.umd.js') })

  const inPage = (clean: (html: string) => string | Promise<string>) =>
    mapped(snippets, (html) => page.evaluate(clean, html))

  const results: Record<string, Snippets> = {
    'sanitize-html': await mapped(snippets, (html) => sanitizeHtml(html)),
    DOMPurify: await inPage((html) => (window as unknown as Editors).DOMPurify.sanitize(html)),
    'setHTML() of the browser': await inPage((html) => {
      const place = document.createElement('div')
      ;(place as unknown as { setHTML: (html: string) => void }).setHTML(html)
      return place.innerHTML
    }),
    TinyMCE: await inPage(async (html) => {
      const target = document.body.appendChild(document.createElement('textarea'))
      const [editor] = await (window as unknown as Editors).tinymce.init({
        target,
        license_key: 'gpl',
        promotion: false,
      })
      editor!.setContent(html)
      return editor!.getContent()
    }),
  }
  for (const [support, allowed] of Object.entries(ckeditors))
    results[`CKEditor, HTML support: ${support}`] = await mapped(snippets, (html) =>
      page.evaluate(withCkeditor, { html, allowed }),
    )
  return results
}

/** Runs in the page. */
async function withCkeditor({ html, allowed }: { html: string; allowed: string }): Promise<string> {
  const { ClassicEditor, Essentials, Paragraph, Link, GeneralHtmlSupport } = (window as unknown as Editors)
    .CKEDITOR
  const place = document.body.appendChild(document.createElement('div'))
  const editor = await ClassicEditor.create(place, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Link, ...(allowed ? [GeneralHtmlSupport] : [])],
    ...(allowed
      ? {
          htmlSupport: {
            allow: [{ name: new RegExp(allowed), attributes: true, classes: true, styles: true }],
          },
        }
      : {}),
  })
  editor.setData(html)
  const data = editor.getData()
  await editor.destroy()
  return data
}
