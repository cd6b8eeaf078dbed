import { z } from "zod";

// What browsers post is anybody's: it is given its shape before the library sees it.

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(12_000);
const credentialId = base64url.max(1_400);
const transports = z
  .array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]))
  .max(10)
  .catch([]);

const shell = { id: credentialId, rawId: credentialId, type: z.literal("public-key") };
const extensions = z.unknown().transform(() => ({}));

const attestation = z.object({
  ...shell,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports }),
  clientExtensionResults: extensions,
});

const assertion = z.object({
  ...shell,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.max(100).optional().catch(undefined),
  }),
  clientExtensionResults: extensions,
});

const clientData = z.object({ challenge: base64url });

type Answered<Shape extends z.ZodType> = {
  response: z.output<Shape>;
  /** As the browser quotes it. */
  rawChallenge: string;
  /** As we made it. */
  challenge: string;
};

export type Attestation = Answered<typeof attestation>;
export type Assertion = Answered<typeof assertion>;

function read<Shape extends typeof attestation | typeof assertion>(
  shape: Shape,
  text: string,
): Answered<Shape> | null {
  try {
    const response = shape.parse(JSON.parse(text)) as z.output<Shape>;
    const quoted = Buffer.from(response.response.clientDataJSON, "base64url").toString("utf8");
    const rawChallenge = clientData.parse(JSON.parse(quoted)).challenge;
    return { response, rawChallenge, challenge: Buffer.from(rawChallenge, "base64url").toString("utf8") };
  } catch {
    return null;
  }
}

/** The answer of a browser that made a passkey; null for anything else. */
export const readAttestation = (text: string) => read(attestation, text);

/** The answer of a browser that used a passkey; null for anything else. */
export const readAssertion = (text: string) => read(assertion, text);
