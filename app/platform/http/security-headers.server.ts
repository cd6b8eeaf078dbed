import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** Makes the nonce of a response and sets the security headers. The nonce is at `res.locals.nonce`. */
export function securityHeaders(options: { appUrl: string; development: boolean }): RequestHandler {
  const https = options.appUrl.startsWith("https:");
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": [
          "'self'",
          (_req, res) => `'nonce-${(res as { locals?: { nonce?: string } }).locals?.nonce}'`,
        ],
        // Styles set on an element by React; no style sheet but our own. Vite's development server inserts sheets.
        "style-src": options.development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": options.development ? ["'self'", "ws:"] : ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "frame-src": ["'self'"],
      },
    },
    crossOriginResourcePolicy: { policy: "same-origin" },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // same-origin: a post must carry its origin, and no address of ours leaks in a referrer.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  return (req, res, next) => {
    res.locals.nonce = randomBytes(16).toString("base64");
    res.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers(req, res, next);
  };
}
