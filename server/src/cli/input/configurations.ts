import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readConfiguration, type Aggregate, type Configuration } from "../../core/index.js";
import type { Words } from "../words.js";
import { decode } from "./encoding.js";
import { slashed } from "./place.js";
import { about, systemProblem } from "./systemProblem.js";

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The report that adds up others, if the configuration names one. */
  readonly aggregate: Aggregate | undefined;
  readonly problems: readonly Words[];
}

const fileName = ".nianbao.json";
const none: LoadedConfiguration = { configuration: {}, aggregate: undefined, problems: [] };

/** Finds the configuration of a file: the nearest `.nianbao.json` in its folder or above, or the one that was named. */
export class Configurations {
  private readonly byFolder = new Map<string, LoadedConfiguration>();
  private readonly named: LoadedConfiguration | undefined;

  constructor(named: string | undefined) {
    this.named = named === undefined ? undefined : load(named);
  }

  of(file: string): LoadedConfiguration {
    return this.named ?? this.inFolder(dirname(resolve(file)));
  }

  private inFolder(folder: string): LoadedConfiguration {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const loaded = loadIfThere(join(folder, fileName)) ?? (above === folder ? none : this.inFolder(above));
    this.byFolder.set(folder, loaded);
    return loaded;
  }
}

function loadIfThere(path: string): LoadedConfiguration | undefined {
  try {
    return read(path, readFileSync(path));
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    return isAbsent ? undefined : { ...none, problems: [systemProblem(path, error)] };
  }
}

function load(path: string): LoadedConfiguration {
  return loadIfThere(path) ?? { ...none, problems: [systemProblem(path, Object.assign(new Error(), { code: "ENOENT" }))] };
}

function read(path: string, bytes: Uint8Array): LoadedConfiguration {
  const decoded = decode(bytes);
  if (decoded.kind !== "text") return { ...none, problems: [about(path, decoded.words)] };
  const { configuration, problems } = readConfiguration(decoded.text);
  const aggregate = configuration.aggregate === undefined ? undefined : { ...configuration.aggregate, folder: slashed(dirname(resolve(path))) };
  return { configuration, aggregate, problems: problems.map(({ position, words }) => about(`${path}:${position.line + 1}:${position.character + 1}`, words)) };
}
