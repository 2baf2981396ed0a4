declare module 'virtual:elements-manifest' {
  export const manifest: object
}
