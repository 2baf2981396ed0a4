import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Ctrl + S (on a Mac: command + S) saves, wherever the focus is, for as long as the page is shown. */
export class SaveKey implements ReactiveController {
  readonly #save: () => void

  constructor(host: ReactiveControllerHost, save: () => void) {
    this.#save = save
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onKey)
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onKey)
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    this.#save()
  }
}
