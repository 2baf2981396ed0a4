/// <reference types="vite/client" />

declare module 'virtual:elements-manifest' {
  export const manifest: object
}
