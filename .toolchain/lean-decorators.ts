/** The part of a Lit class that its decorators use. */
interface Reactive {
  readonly constructor: { createProperty(name: string, options?: object): void }
}

/**
 * Lit's decorators without their second half for standard decorators, which we do not use: 500 bytes less for every
 * reader. The build puts this file in the place of `lit/decorators.js`; a decorator that is missing here fails the build.
 */
export const property =
  (options?: object) =>
  (prototype: Reactive, name: string): void =>
    prototype.constructor.createProperty(name, options)

export const state = () => property({ state: true, attribute: false })
