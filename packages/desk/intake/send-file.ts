import type { GeoFileOptions, Import, ImportKind } from '@amtsweg/contract'
import type { DeskApi } from '../shell/api.ts'

/** Bytes of one part: what a server takes of an editor at once. */
const partSize = 1024 * 1024

/** Sends a file in parts and has it checked; tells how many bytes have arrived. Gives the id of the import. */
export async function sendFile(
  api: DeskApi,
  file: File,
  {
    kind,
    complete,
    geodata,
    signal,
    tell,
  }: {
    readonly kind: ImportKind
    readonly complete: boolean
    /** Of a file of geodata alone: how it is to be read. */
    readonly geodata?: GeoFileOptions
    readonly signal: AbortSignal
    readonly tell: (sent: number) => void
  },
): Promise<string> {
  const { data } = await api.post<Import>(
    '/imports',
    { kind, complete, fileName: file.name.slice(0, 200), ...(geodata ? { geodata } : {}) },
    { signal },
  )
  for (let sent = 0, part = 0; sent < file.size; sent += partSize, part += 1) {
    const piece = file.slice(sent, sent + partSize, 'application/octet-stream')
    await api.put(`/imports/${data.id}/parts/${part}`, piece, { signal, timeout: 60_000 })
    tell(Math.min(file.size, sent + partSize))
  }
  await api.post(`/imports/${data.id}/check`, {}, { signal })
  return data.id
}
