import path from "node:path";
import { z } from "zod";

/** One wrong environment variable: its message names the variable, the value and what is expected. */
export class WrongConfiguration extends Error {}

const port = z.coerce.number().int().min(0).max(65_535);

const address = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

/** name: [schema, what is expected, whether the value is a secret] */
const variables = {
  PORT: [port.default(3000), "a port number from 0 to 65535", false],
  HOST: [z.string().min(1).default("127.0.0.1"), "an address to listen on", false],
  APP_URL: [address(["http:", "https:"]).optional(), "an address such as https://staffroom.example", false],
  DATA_DIR: [z.string().min(1).default("./data"), "a folder", false],
  DATABASE_URL: [
    address(["postgres:", "postgresql:"]).optional(),
    "a PostgreSQL address such as postgres://user:password@host:5432/name",
    true,
  ],
  SMTP_URL: [
    address(["smtp:", "smtps:"]).optional(),
    "an address such as smtp://user:password@host:587",
    true,
  ],
  MAIL_FROM: [
    z
      .string()
      .regex(/^[^\r\n]+@[^\r\n]+$/)
      .optional(),
    "a mail address",
    false,
  ],
  MEILI_HOST: [
    address(["http:", "https:"]).optional(),
    "the address of a Meilisearch such as http://127.0.0.1:7700",
    false,
  ],
  MEILI_API_KEY: [z.string().min(1).max(500).optional(), "a key of the Meilisearch", true],
  MEILI_INDEX_PREFIX: [
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,100}$/)
      .default("staffroom_"),
    "letters, digits, - and _",
    false,
  ],
  S3_ENDPOINT: [
    address(["http:", "https:"]).optional(),
    "the address of an S3 store such as https://s3.eu-west-2.amazonaws.com",
    false,
  ],
  S3_BUCKET: [
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .optional(),
    "the name of a bucket",
    false,
  ],
  S3_REGION: [
    z
      .string()
      .regex(/^[a-z0-9-]{1,50}$/)
      .default("us-east-1"),
    "the name of a region such as eu-west-2",
    false,
  ],
  S3_ACCESS_KEY_ID: [z.string().min(1).max(200).optional(), "the id of a key of the S3 store", true],
  S3_SECRET_ACCESS_KEY: [z.string().min(1).max(500).optional(), "a key of the S3 store", true],
  METRICS_TOKEN: [z.string().min(16).max(500).optional(), "at least 16 characters", true],
  JOBS: [z.enum(["inline", "off"]).default("inline"), "inline or off", false],
  WEB_CONCURRENCY: [z.coerce.number().int().min(1).max(64).default(1), "a number from 1 to 64", false],
  LOG_LEVEL: [
    z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
    "silent, fatal, error, warn, info or debug",
    false,
  ],
  NODE_ENV: [
    z.enum(["production", "development", "test"]).default("production"),
    "production, development or test",
    false,
  ],
} as const satisfies Record<string, readonly [z.ZodType, string, boolean]>;

type Variables = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name][0]> };

export type Config = {
  port: number;
  host: string;
  /** Public address without a slash at its end. */
  appUrl: string;
  dataDir: string;
  databaseUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** Where to search; null for PostgreSQL alone. */
  meilisearch: { host: string; apiKey: string | null; prefix: string } | null;
  /** Where files are kept; null for `DATA_DIR/files`. */
  s3: {
    endpoint: string;
    bucket: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
  } | null;
  /** Who brings it may read /metrics from elsewhere. */
  metricsToken: string | null;
  jobs: "inline" | "off";
  webConcurrency: number;
  logLevel: Variables["LOG_LEVEL"];
  environment: Variables["NODE_ENV"];
  /** Whether the demo world is served, with its accounts and /dev/mail. */
  demo: boolean;
};

/**
 * Reads the environment once.
 * @param environment usually `process.env`; empty values count as unset
 * @throws WrongConfiguration with one line about the first wrong variable
 */
export function readConfig(environment: NodeJS.ProcessEnv, options: { demo?: boolean } = {}): Config {
  const read = Object.fromEntries(
    Object.entries(variables).map(([name, [schema, expected, secret]]) => {
      const given = environment[name] || undefined;
      const parsed = schema.safeParse(given);
      if (!parsed.success) {
        throw new WrongConfiguration(
          `${name} is ${secret ? "not usable" : `"${given}"`}: expected ${expected}`,
        );
      }
      return [name, parsed.data];
    }),
  ) as Variables;
  const appUrl = (read.APP_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, "");
  return {
    port: read.PORT,
    host: read.HOST,
    appUrl,
    dataDir: path.resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL ?? null,
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom: read.MAIL_FROM ?? `Staffroom <no-reply@${new URL(appUrl).hostname}>`,
    meilisearch: read.MEILI_HOST
      ? { host: read.MEILI_HOST, apiKey: read.MEILI_API_KEY ?? null, prefix: read.MEILI_INDEX_PREFIX }
      : null,
    s3: s3Of(read),
    metricsToken: read.METRICS_TOKEN ?? null,
    jobs: read.JOBS,
    webConcurrency: read.WEB_CONCURRENCY,
    logLevel: read.LOG_LEVEL,
    environment: read.NODE_ENV,
    demo: options.demo ?? false,
  };
}

/** All four that an S3 store needs, or none of them. */
function s3Of(read: Variables): Config["s3"] {
  const needed = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
  const given = needed.find((name) => read[name] !== undefined);
  if (!given) return null;
  const missing = needed.find((name) => read[name] === undefined);
  if (missing)
    throw new WrongConfiguration(
      `${missing} is unset: expected ${variables[missing][1]}, for ${given} is set`,
    );
  return {
    endpoint: read.S3_ENDPOINT!,
    bucket: read.S3_BUCKET!,
    region: read.S3_REGION,
    accessKeyId: read.S3_ACCESS_KEY_ID!,
    secretAccessKey: read.S3_SECRET_ACCESS_KEY!,
  };
}
