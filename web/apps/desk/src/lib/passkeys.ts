/** Passkeys in the browser: from the server's JSON to WebAuthn and back. Old browsers have no helper for this. */
import type { PasskeyAnswer } from "@chengyun/api";

type Json = Record<string, unknown>;

export function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  const plain = atob(String(text).replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
export function textOf(raw: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(raw));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
const described = (list: unknown) =>
  ((list as Json[] | undefined) ?? []).map((item) => ({ ...item, id: bytesOf(item.id) })) as unknown as PublicKeyCredentialDescriptor[];

/** Whether this browser can use passkeys at this address: a name, and a safe way there. */
export function passkeysHere(): boolean {
  return typeof PublicKeyCredential === "function" && window.isSecureContext && !/^[\d.]+$|^\[/.test(location.hostname);
}

/** Somebody closed the device's question, or it took too long: nothing to tell as an error. */
export const putAside = (error: unknown) => error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError");
export const alreadyThere = (error: unknown) => error instanceof DOMException && error.name === "InvalidStateError";

export async function makePasskey(options: Json): Promise<PasskeyAnswer> {
  const user = options.user as Json;
  const publicKey = {
    ...options, challenge: bytesOf(options.challenge), user: { ...user, id: bytesOf(user.id) }, excludeCredentials: described(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const said = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id, rawId: textOf(made.rawId), type: made.type,
    response: {
      clientDataJSON: textOf(said.clientDataJSON), attestationObject: textOf(said.attestationObject), transports: said.getTransports?.() ?? [],
    },
  };
}

export async function usePasskey(options: Json): Promise<PasskeyAnswer> {
  const publicKey = {
    ...options, challenge: bytesOf(options.challenge), allowCredentials: described(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const said = used.response as AuthenticatorAssertionResponse;
  return {
    id: used.id, rawId: textOf(used.rawId), type: used.type,
    response: {
      clientDataJSON: textOf(said.clientDataJSON), authenticatorData: textOf(said.authenticatorData), signature: textOf(said.signature),
      userHandle: said.userHandle ? textOf(said.userHandle) : null,
    },
  };
}
