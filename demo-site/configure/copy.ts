/** Copies a text; where the browser forbids it, selects it in its place for the reader to copy. */
export async function copy(text: string, from: HTMLElement): Promise<'copied' | 'selected'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    // No clipboard over http, in old browsers, or without leave.
    getSelection()?.selectAllChildren(from)
    return document.execCommand('copy') ? 'copied' : 'selected'
  }
}
