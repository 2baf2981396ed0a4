import { describe, expect, test } from 'vitest'
import { checkPolicy, policyLines, type Variant } from './policy.ts'

const server = 'https://amt.example.de'
const hash = "'sha256-AbC='"
const variant: Variant = {
  server,
  shown: 'script',
  reserve: false,
  nonce: false,
  mapHash: undefined,
  trustedTypes: false,
}

describe('the lines for a variant', () => {
  test.each<[string, Partial<Variant>, readonly string[]]>([
    ['the script alone', {}, [`script-src ${server}`, `connect-src ${server}`]],
    [
      'with the stylesheet that keeps room',
      { reserve: true },
      [`script-src ${server}`, `connect-src ${server}`, `style-src ${server}`],
    ],
    [
      'under Trusted Types',
      { trustedTypes: true },
      [
        `script-src ${server}`,
        `connect-src ${server}`,
        'trusted-types amt-html',
        "require-trusted-types-for 'script'",
      ],
    ],
    ['by nonce', { nonce: true }, ["script-src 'nonce-…'", `connect-src ${server}`]],
    [
      'pinned: the import map stands in the page itself',
      { mapHash: hash },
      [`script-src ${server} ${hash}`, `connect-src ${server}`],
    ],
    [
      'pinned and by nonce',
      { mapHash: hash, nonce: true },
      ["script-src 'nonce-…'", `connect-src ${server}`],
    ],
    ['in a frame', { shown: 'frame', reserve: true, trustedTypes: true }, [`frame-src ${server}`]],
    ['a link', { shown: 'link', reserve: true, trustedTypes: true }, []],
  ])('%s', (_, more, lines) => {
    expect(policyLines({ ...variant, ...more })).toEqual(lines)
  })
})

const lacks = (pasted: string, more: Partial<Variant> = {}) =>
  checkPolicy(pasted, { ...variant, ...more })?.missing.map(
    ({ directive, source }) => `${directive} ${source}`,
  )

const script = `script-src ${server}`
const connect = `connect-src ${server}`

describe('a pasted policy lacks', () => {
  test.each<[string, Partial<Variant>, readonly string[]]>([
    // Nothing is forbidden that is not named.
    ["img-src 'self'", {}, []],
    [`${script}; ${connect}`, {}, []],
    ["default-src 'none'", {}, [script, connect]],
    ["default-src 'self'", {}, [script, connect]],
    [`default-src 'self' ${server}`, {}, []],
    ['default-src *', {}, []],
    ['default-src https:', {}, []],
    ['default-src http:', {}, []],
    ['default-src amt.example.de', {}, []],
    ['default-src *.example.de', {}, []],
    ['default-src *.amt.example.de', {}, [script, connect]],
    ['default-src https://amt.example.de:443', {}, []],
    ['default-src https://amt.example.de:8443', {}, [script, connect]],
    ['default-src https://amt.example.de:*', {}, []],
    ['default-src https://amt.example.de/v1/', {}, []],
    ['default-src http://amt.example.de', {}, []],
    ['default-src https://amt.example.dev', {}, [script, connect]],
    [`default-src 'self'; script-src ${server}`, {}, [connect]],
    [`script-src 'self'; script-src-elem ${server}; ${connect}`, {}, []],
    [`script-src-elem 'self'; ${script}`, {}, [script]],
    // The first of two counts.
    [`script-src 'self'; ${script}`, {}, [script]],
    [`SCRIPT-SRC 'self'`, {}, [script]],
    // Stylesheet.
    [`${script}; ${connect}; style-src 'self'`, {}, []],
    [`${script}; ${connect}; style-src 'self'`, { reserve: true }, [`style-src ${server}`]],
    // Trusted Types.
    [`${script}; require-trusted-types-for 'script'`, {}, []],
    [`${script}; trusted-types lit-html`, {}, ['trusted-types amt-html']],
    [`${script}; trusted-types 'none'`, {}, ['trusted-types amt-html']],
    [`${script}; trusted-types *`, {}, []],
    // Nonces.
    [`script-src 'nonce-abc'`, {}, [script]],
    [`script-src 'nonce-abc'`, { nonce: true }, []],
    [`script-src 'self'`, { nonce: true }, ["script-src 'nonce-…'"]],
    [`script-src 'nonce-abc' 'strict-dynamic' ${server}`, {}, [script]],
    [`script-src 'nonce-abc' 'strict-dynamic'`, { nonce: true }, []],
    // Pinned.
    [script, { mapHash: hash }, [`script-src ${hash}`]],
    [`${script} ${hash}`, { mapHash: hash }, []],
    [`${script} 'unsafe-inline'`, { mapHash: hash }, []],
    [`${script} 'unsafe-inline' 'nonce-x'`, { mapHash: hash }, [`script-src ${hash}`]],
    // Frames.
    ["default-src 'self'", { shown: 'frame' }, [`frame-src ${server}`]],
    [`child-src ${server}; default-src 'none'`, { shown: 'frame' }, []],
    ["default-src 'none'", { shown: 'link' }, []],
    // Two policies: both must agree.
    [`${script}, default-src 'self'`, {}, [script, connect]],
  ])('%s %o', (pasted, more, missing) => {
    expect(lacks(pasted, more)).toEqual(missing)
  })
})

test.each([
  ["Content-Security-Policy: default-src 'self'"],
  ["content-security-policy-report-only:default-src 'self'"],
  [`add_header Content-Security-Policy "default-src 'self'" always;`],
  [`Header always set Content-Security-Policy "default-src 'self'"`],
  [`<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`],
  [`<meta http-equiv='Content-Security-Policy' content="default-src &#39;self&#39;" />`],
])('a policy is found in %s', (pasted) => {
  expect(lacks(pasted)).toEqual([script, connect])
})

test.each([[''], ['  '], ['???'], ['12 34']])('there is none in "%s"', (pasted) => {
  expect(checkPolicy(pasted, variant)).toBeUndefined()
})

describe('the policy as it should read', () => {
  test.each([
    ["default-src 'none'", `default-src 'none'; ${script}; ${connect}`],
    ["default-src 'self'", `default-src 'self'; script-src 'self' ${server}; connect-src 'self' ${server}`],
    [`script-src 'self'; ${connect}`, `script-src 'self' ${server}; ${connect}`],
    [`${script}; trusted-types 'none'`, `${script}; trusted-types amt-html`],
    [`${script}; ${connect}`, `${script}; ${connect}`],
  ])('%s', (pasted, amended) => {
    const checked = checkPolicy(pasted, variant)!
    expect(checked.amended).toBe(amended)
    expect(checkPolicy(checked.amended, variant)!.missing).toEqual([])
  })
})

test('says where only a nonce helps', () => {
  expect(checkPolicy("script-src 'nonce-a' 'strict-dynamic'", variant)!.nonceOnly).toBe(true)
  expect(checkPolicy("script-src 'nonce-a' 'strict-dynamic'", { ...variant, nonce: true })!.nonceOnly).toBe(
    false,
  )
  expect(checkPolicy("script-src 'nonce-a'", variant)!.nonceOnly).toBe(false)
})
