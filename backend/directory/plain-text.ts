import { Parser } from 'htmlparser2'

const blocks = new Set([
  'p',
  'div',
  'li',
  'br',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
])
const unread = new Set(['script', 'style'])

/** The words of a foreign text, HTML or plain, a line for each block; nothing of its markup. */
export function plainText(foreign: string): string {
  if (!/[<&]/.test(foreign)) return foreign.trim()
  let text = ''
  let hidden = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (unread.has(name)) hidden += 1
      if (blocks.has(name)) text += '\n'
    },
    ontext: (part) => {
      if (hidden === 0) text += part
    },
    onclosetag: (name) => {
      if (unread.has(name)) hidden -= 1
      if (blocks.has(name)) text += '\n'
    },
  })
  parser.end(foreign)
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line)
    .join('\n')
}
