import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const bit = { present: 0x01, verified: 0x04, attested: 0x40 };
const cborText = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
const cborBytes = (data: Buffer) =>
  Buffer.concat([Buffer.from([0x59, data.length >> 8, data.length & 0xff]), data]);

export type Device = {
  /** PIN, finger or face was asked for and fitted. */
  verified?: boolean;
  origin?: string;
};

/**
 * A device that makes one passkey and signs with it, in Node: it can also do what no browser would let it, sign without
 * having verified who holds it. Answers are JSON as `PublicKeyCredential.toJSON` writes it (WebAuthn Level 3).
 */
export function softwarePasskey(host = "localhost") {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const dataOf = (device: Device, attested?: Buffer) => {
    const flags =
      bit.present | (device.verified === false ? 0 : bit.verified) | (attested ? bit.attested : 0);
    return Buffer.concat([sha256(host), Buffer.from([flags, 0, 0, 0, 0]), attested ?? Buffer.alloc(0)]);
  };
  const clientOf = (type: string, question: object, { origin = "http://localhost:3000" }: Device) =>
    Buffer.from(JSON.stringify({ type, challenge: (question as { challenge: string }).challenge, origin }));
  const credential = (response: Record<string, string>) =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });
  return {
    /** What it answers when it is asked for a new key. */
    make(question: object, device: Device = {}): string {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        ...[cborText("fmt"), cborText("none"), cborText("attStmt"), Buffer.from([0xa0])],
        ...[cborText("authData"), cborBytes(dataOf(device, attested))],
      ]);
      return credential({
        attestationObject: attestation.toString("base64url"),
        clientDataJSON: clientOf("webauthn.create", question, device).toString("base64url"),
      });
    },
    /** What it answers when it is asked who is there. */
    sign(question: object, device: Device = {}): string {
      const client = clientOf("webauthn.get", question, device);
      const data = dataOf(device);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return credential({
        authenticatorData: data.toString("base64url"),
        clientDataJSON: client.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}
