/** A failure whose message is all a reader needs; `log` is shown above it where the message alone says too little. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {string} [log]
   */
  constructor(message, log = '') {
    super(message)
    this.name = 'Refusal'
    this.log = log
  }
}

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/

/** @type {readonly (readonly [RegExp, (match: RegExpExecArray, log: string) => string])[]} */
const causes = [
  [/ENOSPC|no space left/i, () => 'The disk is full: make room (about 1 GB) and run the command again.'],
  [
    /\b(EACCES|EPERM|EROFS)\b.*/,
    ([found]) => `Installing may not write into this folder (${found.slice(0, 120).trim()}).`,
  ],
  [
    unreachable,
    ([code], log) =>
      `The npm registry cannot be reached (${code}${at(log)}): check the network, the proxy or npm_config_registry.`,
  ],
  [
    /CERT_|SELF_SIGNED|unable to verify the first certificate/i,
    () =>
      "The registry's certificate is not trusted here: set NODE_EXTRA_CA_CERTS to your proxy's certificate.",
  ],
  [
    /\bE?40[13]\b/,
    ([code]) => `The npm registry refuses us (${code}): check its login or npm_config_registry.`,
  ],
  [
    /\bE?404\b|ETARGET|ERR_PNPM_NO_MATCHING_VERSION/,
    ([code]) => `The npm registry lacks a package of the lock file (${code}): check npm_config_registry.`,
  ],
  [
    /EINTEGRITY|ERR_PNPM_TARBALL_INTEGRITY/,
    () => 'A downloaded package is not the one in the lock file: do not use this registry or its cache.',
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE|can only install packages when your package\.json/,
    () => 'A package.json has changed without its lock file: run pnpm install and commit the lock file.',
  ],
  [/ENOENT.*npm|npm: not found/, () => 'npm was not found: install Node with npm from https://nodejs.org.'],
]

/** @param {string} log */
function at(log) {
  const [, host] = /request to https?:\/\/([^/\s]+)/.exec(log) ?? []
  return host ? ` at ${host}` : ''
}

/** Says in one sentence why an installer failed, or undefined when only its own words can.
 *
 * @param {string} log
 */
export function explain(log) {
  for (const [pattern, sentence] of causes) {
    const match = pattern.exec(log)
    if (match) return sentence(match, log)
  }
  return undefined
}
