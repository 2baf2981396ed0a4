import type { PasskeyAnswer, PasskeyOptions } from '@amtsweg/contract'

type Answer = PublicKeyCredential | null

/** Whether this browser can take passkeys in the form in which the server speaks of them. */
export const canUsePasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Asks the device for a passkey that it has; rejects where the person or the device would not. */
export async function usePasskey(options: PasskeyOptions): Promise<PasskeyAnswer> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never)
  return answerOf((await navigator.credentials.get({ publicKey })) as Answer)
}

/** Lets the device make a passkey. */
export async function makePasskey(options: PasskeyOptions): Promise<PasskeyAnswer> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never)
  return answerOf((await navigator.credentials.create({ publicKey })) as Answer)
}

function answerOf(credential: Answer): PasskeyAnswer {
  if (!credential) throw new DOMException('No passkey was given', 'NotAllowedError')
  return credential.toJSON() as PasskeyAnswer
}
