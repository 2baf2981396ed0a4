/** The first load of a module may take its time on a busy machine. */
export const patience = { timeout: 10_000 }

export const afterTwoFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))

/** Makes a page anew that holds nothing but this and on which no loader runs. */
export function openPage(body: string): HTMLElement {
  delete (globalThis as unknown as Record<symbol, unknown>)[Symbol.for('amtsweg.loader')]
  const main = document.createElement('main')
  const range = document.createRange()
  range.selectNode(document.body)
  main.append(range.createContextualFragment(body))
  document.body.replaceChildren(main)
  return main
}
