import { Command } from "commander";
import { readConfig } from "~/platform/config/config.server";
import { oneLine } from "~/platform/errors/cause";
import { addCommands } from "./cli/commands";

// npm run cli -- <command>: exit status 0 only when all of it was done.

const program = new Command("staffroom")
  .description("Commands for whoever runs a Staffroom")
  .showHelpAfterError("Add --help to see what is possible.");

try {
  addCommands(program, () => readConfig({ LOG_LEVEL: "error", ...process.env }));
  await program.parseAsync();
} catch (error) {
  console.error(oneLine(error));
  process.exitCode = 1;
}
// Library handles that stay open must not keep a finished command.
process.exit();
