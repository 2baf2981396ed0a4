/**
 * Options of Node for the command line. An import makes much garbage that lives no longer than a few hundred records: a small
 * young generation and an old one that is tidied before it has grown by a fifth take 230 MB instead of 360 for the same
 * message, and a tenth more time.
 */
export const sparing: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=20']
