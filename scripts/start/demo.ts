import type { Config } from "~/platform/config/config.server";

export async function seedDemoOnce(_config: Config, _databaseUrl: string): Promise<void> {}

export function sayWhoCanSignIn(): void {}
