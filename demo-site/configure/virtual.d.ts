declare module 'virtual:configure-data' {
  export const data: object
}

declare module 'virtual:pinned-release' {
  export const pinned: object | undefined
}
