import { data as offered } from 'virtual:configure-data'
import { pinned as released } from 'virtual:pinned-release'
import type { ConfigureData } from '../../.toolchain/configure-data.ts'
import type { Pinned } from './snippet.ts'

/** What the build knows: what the widgets' docblocks offer, and the release it has just made. */
export const data = offered as ConfigureData
export const pinned = released as Pinned | undefined
