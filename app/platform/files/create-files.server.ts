import path from "node:path";
import type { Config } from "../config/config.server";
import type { Files } from "./files.server";
import { folderFiles } from "./folder.server";
import { s3Files } from "./s3.server";

/** An S3 store where one is configured, otherwise `DATA_DIR/files`. */
export const createFiles = ({ s3, dataDir }: Pick<Config, "s3" | "dataDir">): Files =>
  s3 ? s3Files(s3) : folderFiles(path.join(dataDir, "files"));
