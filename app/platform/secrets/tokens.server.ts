import { createHash, randomBytes } from "node:crypto";

/** 256 bits from the system's random source, safe in addresses. */
export const newToken = () => randomBytes(32).toString("base64url");

/** What is stored instead of a token: a leaked database gives nobody a way in. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");
