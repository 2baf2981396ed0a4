/// <reference types="vite/client" />

declare module 'virtual:elements-manifest' {
  export const manifest: object
}

declare module 'virtual:languages' {
  export const languages: readonly string[]
}
