/** Registers an element once; a second copy of our script on the page is harmless. */
export function define(tag: `${'amt' | 'desk'}-${string}`, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
