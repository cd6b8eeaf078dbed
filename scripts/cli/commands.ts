import type { Command } from "commander";
import { createAdministrator, resetSecondFactor } from "~/features/accounts/index.server";
import { importResources } from "~/features/resources/index.server";
import { importSchools } from "~/features/schools/index.server";
import { rebuildIndex } from "~/features/search/index.server";
import type { Config } from "~/platform/config/config.server";
import { ExpectedFailure } from "~/platform/errors/errors";
import { translate } from "~/platform/i18n/translate.server";
import { takeBounceMessage } from "~/platform/mail/bounce-message.server";
import { system } from "~/platform/services/actor";
import { searchables } from "~/wiring/searchables.server";
import { tellSynonyms } from "~/wiring/synonyms.server";
import { seedDemo } from "../demo/demo";
import { examineAndRepair, sayFindings } from "./doctor";
import { sayImport } from "./import-report";
import { mappingHelp, readJson } from "./mapping-file";
import { readMessage } from "./message";
import { askPassword } from "./password";
import { showProgress } from "./progress";
import { withHouse } from "./with-house";

type SchoolsOptions = { country: string; strict: boolean; mapping?: string; dryRun: boolean };

/** Adds every command. `config` is read only when a command runs, so that --help needs nothing. */
export function addCommands(program: Command, config: () => Config): void {
  const imports = program
    .command("import")
    .description("load records from a file; run again, it changes nothing");

  imports
    .command("schools <file>")
    .description("a register of schools as CSV: urn, name, town, postcode, lat, lon and more")
    .option("--country <code>", "ISO code of the country the register is of", "GB")
    .option("--strict", "load nothing if one row is bad", false)
    .option("--mapping <file>", "JSON that says which column is what; see below")
    .option("--dry-run", "read all of it, say what would change, and change nothing", false)
    .addHelpText("after", mappingHelp)
    .action(async (file: string, { country, strict, mapping: mappingFile, dryRun }: SchoolsOptions) => {
      const mapping = mappingFile === undefined ? undefined : await readJson(mappingFile);
      const progress = showProgress("schools");
      const report = await withHouse(config(), (services) =>
        importSchools(services, system, {
          ...{ file, country, strict, mapping, dryRun },
          onProgress: progress.update,
        }).catch(inWords),
      ).finally(progress.end);
      sayImport("schools", report, { dryRun });
    });

  imports
    .command("resources <file>")
    .description("schema.org LearningResource records, one JSON object a line")
    .option("--strict", "load nothing if one line is bad", false)
    .action(async (file: string, { strict }: { strict: boolean }) => {
      const progress = showProgress("resources");
      const report = await withHouse(config(), (services) =>
        importResources(services, system, { file, strict, onProgress: progress.update }),
      ).finally(progress.end);
      sayImport("resources", report);
    });

  program
    .command("reindex")
    .description("build the search index anew while the old one serves")
    .action(async () => {
      const progress = showProgress("index");
      const count = await withHouse(config(), (services) =>
        rebuildIndex(services, searchables, progress.update).finally(() => tellSynonyms(services)),
      ).finally(progress.end);
      console.log(`${count} records indexed`);
    });

  program
    .command("doctor")
    .description("compare the search index with the database, and index anew what differs")
    .option("--check", "only look, change nothing", false)
    .action(async ({ check }: { check: boolean }) => {
      const findings = await withHouse(config(), (services) => examineAndRepair(services, { check }));
      sayFindings(findings);
    });

  program
    .command("admin")
    .description("administrators")
    .command("create")
    .description("make an account that may do everything; the password is asked for")
    .requiredOption("--name <name>")
    .requiredOption("--email <address>")
    .action(async ({ name, email }: { name: string; email: string }) => {
      const password = await askPassword();
      await withHouse(config(), (services) =>
        createAdministrator(services, system, { name, email, password }).catch(inWords),
      );
      console.log(`${email} may now sign in and administer the site`);
    });

  program
    .command("second-factor")
    .description("the second step of signing in")
    .command("reset <email>")
    .description(
      "take app and passkeys away from somebody who lost them and their recovery codes; they are told by mail",
    )
    .action(async (email: string) => {
      await withHouse(config(), (services) => resetSecondFactor(services, system, { email }).catch(inWords));
      console.log(
        `${email} signs in with the password alone; app and passkeys are removed, and a new second step may be set up`,
      );
    });

  program
    .command("bounce")
    .description("read one message that a mail server sent back from standard input (RFC 3464)")
    .action(async () => {
      const message = await readMessage(process.stdin);
      const noted = await withHouse(config(), ({ db }) => takeBounceMessage(db, message));
      console.log(noted ? "Written down" : "Ignored: it is about no letter of ours");
    });

  program
    .command("seed")
    .description("example worlds")
    .command("demo")
    .description("the demo world, once")
    .action(async () => {
      const made = await withHouse({ ...config(), demo: true }, seedDemo);
      console.log(made ? "The demo world is there" : "The demo world was there already");
    });
}

/** An expected failure says what to do in the words of the catalogue. */
function inWords(error: unknown): never {
  if (error instanceof ExpectedFailure) throw new Error(translate(error.code, error.values));
  throw error;
}
