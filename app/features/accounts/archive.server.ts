import type { Readable } from "node:stream";
import yazl from "yazl";
import { currentLocale } from "~/platform/i18n/locale";
import type { PersonalFile, Section } from "~/platform/personal/personal";
import { archivePage } from "./archive-page.server";

/** Changes when something in data.json is renamed or means something else. */
const VERSION = 1;

export type Archive = {
  person: { id: string; name: string };
  /** Public address of the site. */
  site: string;
  madeAt: Date;
  sections: readonly Section[];
  files: readonly PersonalFile[];
};

/**
 * A ZIP with a page to read, the same for machines, and files. Written while it is read: a file is opened when its turn
 * comes, so that any number of them costs no memory.
 * @throws TypeError for a file whose name would leave the folder it is unpacked into
 */
export function zipOf({ person, site, madeAt, sections, files }: Archive): Readable {
  const zip = new yazl.ZipFile();
  const options = { mtime: madeAt, mode: 0o100644 };
  const names = files.map(({ path }) => nameOf(path));
  const page = archivePage({ name: person.name, site, madeAt, sections, files: names });
  zip.addBuffer(Buffer.from(page), "index.html", options);
  zip.addBuffer(Buffer.from(asJson({ person, site, madeAt, sections, files }, names)), "data.json", options);
  files.forEach(({ open }, index) => {
    zip.addReadStreamLazy(names[index]!, { ...options, compress: false }, (give) => {
      open().then(
        (stream) => give(null, stream),
        (error: Error) => give(error, null as never),
      );
    });
  });
  const output = zip.outputStream as Readable;
  // Half an archive must not look whole.
  zip.on("error", (error: Error) => output.destroy(error));
  zip.end();
  return output;
}

/** Letters, digits, dots and dashes, in folders of such: no unpacker makes anything else of it. */
function nameOf(path: string): string {
  const parts = path.split("/");
  const good = parts.every((part) => /^[\w-][\w.-]{0,99}$/.test(part) && !part.endsWith("."));
  if (!good || parts.length > 5) throw new TypeError("a file of an export needs a plain name");
  return `files/${path}`;
}

function asJson({ person, site, madeAt, sections }: Archive, files: string[]): string {
  const described = sections.map(({ key, title, about, columns, rows }) => [
    key,
    { title, ...(about ? { about } : {}), columns, rows },
  ]);
  const all = {
    format: "staffroom-export",
    version: VERSION,
    site,
    madeAt,
    personId: person.id,
    language: currentLocale(),
    sections: Object.fromEntries(described),
    files,
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}
