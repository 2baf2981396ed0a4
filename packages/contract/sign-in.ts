import { z } from 'zod'
import { Scope } from './access.ts'
import { ClerkRole } from './clerk-roles.ts'
import { Identifier, RegionKey } from './parameters.ts'

/** Name of the header field in which a request by session names the authority it acts for. */
export const authorityHeader = 'Amtsweg-Authority'

/** Fewest and most characters of a password; nothing else is demanded of its composition (NIST SP 800-63B). */
export const passwordLength = { least: 12, most: 128 } as const

const Password = z.string().min(1).max(1_000)
export const NewPassword = z
  .string()
  .min(passwordLength.least, `A password has at least ${passwordLength.least} characters`)
  .max(passwordLength.most, `A password has at most ${passwordLength.most} characters`)
const Login = z.string().trim().min(1).max(254)
export const ClerkName = z.string().trim().min(1).max(120)
export const ClerkEmail = z.email().max(254).toLowerCase()
const At = z.string().meta({ description: 'RFC 3339 UTC' })
const Day = z.string().meta({ description: 'ISO date' })

/** How one can prove a second time who one is. */
export const secondFactors = ['totp', 'passkey', 'recovery-code'] as const
export const SecondFactor = z.enum(secondFactors)
export type SecondFactor = z.infer<typeof SecondFactor>

/** An identity provider that the operator has named. */
export const SignInProvider = z.object({ id: Identifier, label: z.string() }).meta({ id: 'SignInProvider' })
export type SignInProvider = z.infer<typeof SignInProvider>

/** How one can sign in on this server. */
export const SignInWays = z
  .object({
    local: z.boolean().meta({ description: 'By a password' }),
    passkeys: z.boolean().meta({ description: 'By a passkey alone' }),
    providers: z.array(SignInProvider),
    isFirstStart: z.boolean().meta({
      description: 'Nobody can sign in yet: the log of the server has the link that makes the first',
    }),
  })
  .meta({ id: 'SignInWays' })
export type SignInWays = z.infer<typeof SignInWays>

/** `login` is the e-mail address the clerk was invited by. */
export const PasswordSignIn = z
  .strictObject({ login: Login, password: Password })
  .meta({ id: 'PasswordSignIn' })
export type PasswordSignIn = z.infer<typeof PasswordSignIn>

/** What a step of signing in comes to; the cookie comes with it. */
export const SignInState = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('signed-in') }),
    z.object({ state: z.literal('second-factor'), factors: z.array(SecondFactor) }),
  ])
  .meta({ id: 'SignInState' })
export type SignInState = z.infer<typeof SignInState>

/** A code as an app shows it, with or without the space in its middle. */
export const TotpCode = z
  .strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{3} ?\d{3}$/, 'A code has six digits'),
  })
  .meta({ id: 'TotpCode' })
export type TotpCode = z.infer<typeof TotpCode>
export const RecoveryCode = z
  .strictObject({ code: z.string().trim().min(1).max(60) })
  .meta({ id: 'RecoveryCode' })
export type RecoveryCode = z.infer<typeof RecoveryCode>

/** Options for `navigator.credentials`, as `PublicKeyCredential.parse…OptionsFromJSON()` takes them. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' })
export type PasskeyOptions = z.infer<typeof PasskeyOptions>

const bytes = z.string().max(20_000)
/** What a passkey answers, as `PublicKeyCredential.toJSON()` gives it. */
export const PasskeyAnswer = z
  .object({
    id: z.string().max(2_000),
    rawId: z.string().max(2_000),
    type: z.literal('public-key'),
    authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes.optional(),
      signature: bytes.optional(),
      userHandle: bytes.nullish(),
      attestationObject: bytes.optional(),
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  })
  .meta({ id: 'PasskeyAnswer' })
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>
export const PasskeySignIn = z.strictObject({ credential: PasskeyAnswer }).meta({ id: 'PasskeySignIn' })
export type PasskeySignIn = z.infer<typeof PasskeySignIn>

const invitation = { token: z.string().min(1).max(200) }
/** What stands after the # of `/desk/welcome#…`. */
export const InvitationQuestion = z.strictObject(invitation).meta({ id: 'InvitationQuestion' })
export type InvitationQuestion = z.infer<typeof InvitationQuestion>

/** For whom an invitation is; name and address are missing where it makes the first administrator. */
export const Invitation = z
  .object({
    purpose: z.enum(['first-administrator', 'invitation', 'recovery']),
    name: z.string().optional(),
    email: z.string().optional(),
    expiresAt: At,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

/** Takes an invitation: name and address are the first administrator's to give, and nobody else's. */
export const InvitationAnswer = z
  .strictObject({
    ...invitation,
    password: NewPassword,
    name: ClerkName.optional(),
    email: ClerkEmail.optional(),
  })
  .meta({ id: 'InvitationAnswer' })
export type InvitationAnswer = z.infer<typeof InvitationAnswer>

/** Takes an invitation by an identity provider: `POST /sign-in/invitation/provider` tells where to go on. */
export const InvitationByProvider = z
  .strictObject({ ...invitation, provider: Identifier })
  .meta({ id: 'InvitationByProvider' })
export type InvitationByProvider = z.infer<typeof InvitationByProvider>
export const WayOn = z
  .object({ location: z.string().meta({ description: 'Address to go to next' }) })
  .meta({ id: 'WayOn' })
export type WayOn = z.infer<typeof WayOn>

/** What a clerk may do in one authority, or with `authority: null` in all of them and for the installation. */
export const SessionGrant = z
  .object({
    authority: Identifier.nullable(),
    name: z
      .string()
      .meta({ description: 'German name of the authority; of the installation the empty text' }),
    regionKey: RegionKey.nullable(),
    roles: z.array(ClerkRole),
    scopes: z.array(Scope),
    fourEyes: z
      .boolean()
      .meta({ description: 'Whether the authority wants each change approved by a second clerk' }),
  })
  .meta({ id: 'SessionGrant' })
export type SessionGrant = z.infer<typeof SessionGrant>

const Person = z.object({ id: Identifier, name: z.string(), email: z.string() })

/** Who is signed in, what they may do, and until when. */
export const Session = z
  .object({
    id: Identifier,
    clerk: Person,
    grants: z.array(SessionGrant),
    hasSecondFactor: z.boolean().meta({ description: 'Whether the clerk has one; an administrator should' }),
    idleMinutes: z.number().int().meta({ description: 'Minutes without a request after which it ends' }),
    endsAt: At.meta({ description: 'RFC 3339 UTC; when it ends in any case' }),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

/** How a session was begun. */
export const SignInMethod = z.enum(['password', 'passkey', 'provider', 'invitation'])
export type SignInMethod = z.infer<typeof SignInMethod>

/** One of one’s own sessions. */
export const SessionItem = z
  .object({
    id: Identifier,
    isCurrent: z.boolean(),
    method: SignInMethod,
    device: z.string().meta({ description: 'Browser and system, such as "Firefox, Windows"; may be empty' }),
    createdAt: At,
    lastSeenAt: At.meta({ description: 'RFC 3339 UTC, to the minute' }),
    endsAt: At,
  })
  .meta({ id: 'SessionItem' })
export type SessionItem = z.infer<typeof SessionItem>
export const SessionList = z.object({ items: z.array(SessionItem) }).meta({ id: 'SessionList' })
export type SessionList = z.infer<typeof SessionList>

export const PasskeyInfo = z
  .object({ id: Identifier, name: z.string(), createdAt: At, lastUsedOn: Day.nullable() })
  .meta({ id: 'PasskeyInfo' })
export type PasskeyInfo = z.infer<typeof PasskeyInfo>

/** By what one signs in oneself. */
export const Account = z
  .object({
    clerk: Person,
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    passkeys: z.array(PasskeyInfo),
    recoveryCodesLeft: z.number().int(),
    providers: z.array(SignInProvider).meta({ description: 'Identity providers by which one can sign in' }),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

/** `PUT /account/password`; all other sessions end. */
export const PasswordChange = z
  .strictObject({ current: Password, password: NewPassword })
  .meta({ id: 'PasswordChange' })
export type PasswordChange = z.infer<typeof PasswordChange>

/** `POST /account/totp`: what an app is given; nothing counts before `PUT /account/totp` with a code of it. */
export const TotpEnrolment = z
  .object({
    secret: z.string().meta({ description: 'Base32, to be typed' }),
    uri: z.string().meta({ description: 'otpauth: address, to be shown as a QR code' }),
  })
  .meta({ id: 'TotpEnrolment' })
export type TotpEnrolment = z.infer<typeof TotpEnrolment>

/** `POST /account/passkeys`, after `POST /account/passkeys/options`. */
export const PasskeyEnrolment = z
  .strictObject({ name: z.string().trim().min(1).max(60), credential: PasskeyAnswer })
  .meta({ id: 'PasskeyEnrolment' })
export type PasskeyEnrolment = z.infer<typeof PasskeyEnrolment>

/** Codes that each open once in place of a lost second factor; shown only now. Empty where older ones go on. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
