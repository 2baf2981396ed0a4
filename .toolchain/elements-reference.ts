import { type PublishedWidget, publishedWidgets } from './widgets-manifest.ts'

interface Row {
  readonly name: string
  readonly description?: string
}

const cell = (text: string) => text.replaceAll('|', '\\|')

const table = <Each extends Row>(
  title: string,
  rows: readonly Each[] | undefined,
  more: Readonly<Record<string, (row: Each) => string>> = {},
): string => {
  if (!rows?.length) return ''
  const heads = ['Name', ...Object.keys(more), 'Meaning']
  const lines = rows.map((row) => [
    `\`${row.name || '(default)'}\``,
    ...Object.values(more).map((of) => of(row)),
    row.description ?? '',
  ])
  return [
    `### ${title}`,
    '',
    ...[heads, heads.map(() => '---'), ...lines].map((line) => `| ${line.map(cell).join(' | ')} |`),
    '',
    '',
  ].join('\n')
}

/** `SearchDoneEvent { text: string; count: number }`, as a listener gets it. */
export const eventSignature = ({ events }: PublishedWidget, type: string): string => {
  const fields = events.find(({ name }) => name === type)?.members ?? []
  return `${type} { ${fields.map((field) => `${field.name}: ${field.type?.text}`).join('; ')} }`
}

const section = (widget: PublishedWidget): string => {
  const { tag, declaration } = widget
  const { summary, attributes, events, slots, cssParts, cssProperties } = declaration
  return [
    `## <${tag}>\n\n${summary}\n\n`,
    table('Attributes', attributes, { Type: ({ type }) => `\`${type?.text}\`` }),
    table('Events', events, { Class: ({ type }) => `\`${eventSignature(widget, type!.text)}\`` }),
    table('Slots', slots),
    table('Parts', cssParts),
    table('Custom properties', cssProperties),
  ].join('')
}

/** The whole public face of the widgets as Markdown: for programs that write pages, and for people without an editor's help. */
export const elementsReference = (): string => `# Elements of Amtsweg

One script per page, then elements wherever they shall appear. HOST is the server these lines come from. What stands inside an element
is its fallback: a link or a phone number.

\`\`\`html
<script type="module" src="https://HOST/v1/embed.js"></script>
<amt-wayfinder area="130740087"><a href="https://HOST/embed/wayfinder?area=130740087">Alle Dienste</a></amt-wayfinder>
\`\`\`

Where an editor takes out elements it does not know, the same as \`<div data-amt="wayfinder" data-area="130740087">…</div>\`, or as a plain
link to \`https://HOST/embed/wayfinder?area=130740087\`: attributes become \`data-…\` or keys of the query.

All events bubble and cross the shadow boundary; they are subclasses of Event, with fields of their own and no \`detail\`.

${publishedWidgets().map(section).join('')}`
