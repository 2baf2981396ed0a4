export {
  type Authority,
  authorityIdForm,
  authorityOfSource,
  AuthoritySettings,
  isOwnSource,
  sourceIdOf,
} from './authority.ts'
export type { AuditHead } from './audit-chain.ts'
export { type FindOwner, readOwners } from './area-owners.ts'
export { embeddingOf } from './embedding.ts'
export { createEmbeddingCounter, type EmbeddingCounter } from './embedding-counter.ts'
export { permits, readOrigin, safeLogo, writtenOrigin } from './origin.ts'
export { wholeTown } from './own-area.ts'
export {
  authorityOf,
  ensureSource,
  findAuthority,
  listAuthorities,
  saveAuthority,
  soleAuthority,
} from './repository.ts'
export { holidayLands } from './repository-holidays.ts'
export { type EmbeddingCount, listEmbeddings } from './repository-embeddings.ts'
export { isRegistered } from './repository-origins.ts'
export { ownRegions } from './repository-own-regions.ts'
export {
  type Actor,
  type AuditQuery,
  type Change,
  type FileChange,
  hashAt,
  headOf,
  type InTransaction,
  listAudit,
  recorded,
  verifyAudit,
  waiting,
  type Worked,
} from './repository-audit.ts'
export {
  addToken,
  type Caller,
  type ClerkCaller,
  type InstallationCaller,
  type TokenCaller,
  callerOfToken,
  noteUse,
  listTokens,
  refusalOfToken,
  revokeToken,
  tokensMadeBy,
  type TokenFacts,
  type TokenRefusal,
} from './repository-tokens.ts'
export { type ClerkGrant, isWithin, type KnownClerk, scopesIn } from './clerk.ts'
export { isAdministered, listClerks } from './administered-clerks.ts'
export { stillMay } from './still-may.ts'
export { addClerk, clerkByEmail, grantsOf, hasAdministrator } from './repository-clerks.ts'
export { addInvitation, inviteFirst } from './repository-invitations.ts'
export { forgetWaysIn, saveSuspension } from './repository-ways-in.ts'
export { deviceName } from './device-name.ts'
export { createPasswords, type Passwords, PasswordsBusy } from './password.ts'
export {
  addSession,
  endSessionOf,
  isStillOpen,
  isToNote,
  noteSeen,
  type OpenSession,
  sessionOf,
} from './repository-sessions.ts'
export { makeId, makeSecret } from './secret.ts'
export { type Attempt, countAttempt, deviceDays, rememberDevice, secondsToWait } from './sign-in-throttle.ts'
export { type SignInSettings, usualSignIn } from './sign-in-settings.ts'
export {
  type BegunAtProvider,
  type IdentityProvider,
  type KeptAtHome,
  type ProvenAccount,
  ProviderError,
} from './identity-provider.ts'
export { makeToken, type RandomBytes } from './token.ts'
