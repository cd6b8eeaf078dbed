import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();
const base64url = (data: Buffer | string) => Buffer.from(data).toString("base64url");

/** Definite lengths only, which is all a passkey needs (RFC 8949). */
function cbor(value: unknown): Buffer {
  const head = (major: number, length: number) =>
    length < 24
      ? Buffer.from([(major << 5) | length])
      : length < 256
        ? Buffer.from([(major << 5) | 24, length])
        : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([k, v]) => [cbor(k), cbor(v)])]);
}

const FLAGS = { present: 1, verified: 4, mayBeBackedUp: 8, backedUp: 16, attested: 64 };

/** What a test may have an authenticator or a browser do that honest ones do not. */
export type Mischief = {
  origin?: string;
  rpId?: string;
  type?: string;
  verified?: boolean;
  counter?: number;
  userHandle?: string;
  credentialId?: string;
  crossOrigin?: boolean;
};

/** An authenticator with one passkey on P-256, made of node:crypto alone. */
export class Authenticator {
  readonly credentialId = randomBytes(32);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  userHandle = "";
  counter = 0;

  constructor(
    private readonly url: string,
    private readonly counts = true,
  ) {}

  private clientData(type: string, challenge: string, mischief: Mischief): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: mischief.type ?? type,
        challenge,
        origin: mischief.origin ?? this.url,
        crossOrigin: mischief.crossOrigin ?? false,
      }),
    );
  }

  private authenticatorData(flags: number, mischief: Mischief, rest = Buffer.alloc(0)): Buffer {
    const verified = mischief.verified === false ? 0 : FLAGS.verified;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(mischief.counter ?? this.counter);
    const rpIdHash = sha256(mischief.rpId ?? new URL(this.url).hostname);
    return Buffer.concat([rpIdHash, Buffer.from([flags | FLAGS.present | verified]), counter, rest]);
  }

  /** Makes the passkey. @returns what the browser posts */
  create(options: { challenge: string; user: { id: string } }, mischief: Mischief = {}): string {
    this.userHandle = options.user.id;
    const { x, y } = this.keys.publicKey.export({ format: "jwk" });
    const key = new Map<number, unknown>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as [number, number][]),
      [-2, Buffer.from(x!, "base64url")],
      [-3, Buffer.from(y!, "base64url")],
    ]);
    const length = Buffer.from([0, this.credentialId.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, cbor(key)]);
    const authData = this.authenticatorData(FLAGS.attested, mischief, attested);
    const object = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", authData],
    ]);
    return this.answer({
      clientDataJSON: base64url(this.clientData("webauthn.create", options.challenge, mischief)),
      attestationObject: base64url(cbor(object)),
      transports: ["internal"],
    });
  }

  /** Uses the passkey. @returns what the browser posts */
  get(options: { challenge: string }, mischief: Mischief = {}): string {
    if (this.counts) this.counter += 1;
    const clientData = this.clientData("webauthn.get", options.challenge, mischief);
    const authData = this.authenticatorData(0, mischief);
    const signature = sign("sha256", Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return this.answer(
      {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
        userHandle: mischief.userHandle ?? this.userHandle,
      },
      mischief.credentialId,
    );
  }

  private answer(response: object, id = base64url(this.credentialId)): string {
    return JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
  }
}
