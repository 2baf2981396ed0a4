import { expect, userEvent, waitFor } from 'storybook/test'

/** The first element for the last selector, looked for in the shadow root of the element before; waits until it is there. */
export async function shown<Found extends HTMLElement>(
  canvas: HTMLElement,
  ...path: readonly string[]
): Promise<Found> {
  return waitFor(
    () => {
      let root: ParentNode | null = canvas
      let found: HTMLElement | null = null
      for (const selector of path) {
        found = root?.querySelector<HTMLElement>(selector) ?? null
        root = found?.shadowRoot ?? null
      }
      if (!found) throw new Error(`${path.join(' > ')} is not there`)
      return found as Found
    },
    { timeout: 10_000 },
  )
}

/** Types as a reader would, after what stood there. */
export async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.focus()
  await userEvent.type(field, text)
}

/** The words a reader sees there, once they are as expected. */
export const reads = (element: Element, text: string | RegExp): Promise<void> =>
  waitFor(() => expect(element).toHaveTextContent(text), { timeout: 10_000 })

export { expect, userEvent, waitFor }
