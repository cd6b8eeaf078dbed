import { Command } from "commander";
import { readConfig, WrongConfiguration } from "~/platform/config/config.server";
import { DataFolderInUse } from "~db/embedded/embedded.server";
import { addCommands } from "./cli/commands";

// npm run cli -- <command>: exit status 0 only when all of it was done.

const program = new Command("staffroom")
  .description("Commands for whoever runs a Staffroom")
  .showHelpAfterError("Add --help to see what is possible.");

try {
  addCommands(program, () => readConfig({ LOG_LEVEL: "error", ...process.env }));
  await program.parseAsync();
} catch (error) {
  if (error instanceof WrongConfiguration || error instanceof DataFolderInUse) console.error(error.message);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// Library handles that stay open must not keep a finished command.
process.exit();
