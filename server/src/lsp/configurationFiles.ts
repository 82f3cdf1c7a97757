import { readConfiguration, type Aggregate, type Configuration, type ConfigurationProblem } from "../core/index.js";
import type { ConfigurationPlace } from "../service/service.js";
import { pathOf } from "./archive/paths.js";
import { describe, type Log } from "./log.js";
import type { Runtime } from "./runtime.js";

export const configurationFileName = ".nianbao.json";

export type Problems = readonly ConfigurationProblem[];

interface ReadFile {
  readonly text: string;
  readonly configuration: Configuration;
}

/**
 * The `.nianbao.json` files above the drafts. The nearest one holds, whole, as on the command line. Each is read once, until
 * something is said to have changed; `report` hears of what is wrong in a file, and of an empty list once it is right again.
 */
export class ConfigurationFiles {
  private readonly files = new Map<string, Promise<ReadFile | undefined>>();
  private readonly faulty = new Set<string>();

  constructor(
    private readonly readFile: NonNullable<Runtime["readFile"]>,
    private readonly report: (uri: string, problems: Problems) => void,
    private readonly log: Log,
  ) {}

  /** @param folders where an unsaved draft, which lies in no folder, finds its configuration */
  async nearest(uri: string, folders: readonly string[]): Promise<Configuration> {
    for (const candidate of candidates(uri, folders)) {
      const file = await this.read(candidate);
      if (file !== undefined) return file.configuration;
    }
    return {};
  }

  /** The file that holds for a document, or the place for one: the folder of the workspace that it lies in. */
  async place(uri: string, folders: readonly string[]): Promise<ConfigurationPlace | undefined> {
    for (const candidate of candidates(uri, folders)) {
      const file = await this.read(candidate);
      if (file !== undefined) return { uri: candidate, text: file.text };
    }
    const [folder] = folders.filter((candidate) => uri.startsWith(`${candidate}/`)).sort((a, b) => b.length - a.length);
    return folder === undefined ? undefined : { uri: `${folder}/${configurationFileName}`, text: undefined };
  }

  /** The sum that the nearest configuration names, with the folder that its paths are meant from. */
  async aggregateOf(uri: string, folders: readonly string[]): Promise<Aggregate | undefined> {
    for (const candidate of candidates(uri, folders)) {
      const file = await this.read(candidate);
      if (file === undefined) continue;
      const { aggregate } = file.configuration;
      return aggregate === undefined ? undefined : { ...aggregate, folder: pathOf(candidate.slice(0, candidate.lastIndexOf("/"))) };
    }
    return undefined;
  }

  /** Forgets what was read. Files that were faulty are read again at once, though no draft may ask for them any more. */
  changed(): void {
    this.files.clear();
    for (const uri of this.faulty) void this.read(uri);
  }

  private read(uri: string): Promise<ReadFile | undefined> {
    const known = this.files.get(uri) ?? this.load(uri);
    this.files.set(uri, known);
    return known;
  }

  private async load(uri: string): Promise<ReadFile | undefined> {
    const text = await this.readFile(uri).catch((error: unknown) => this.log(describe(configurationFileName, error)));
    const { configuration, problems } = text === undefined ? { configuration: undefined, problems: [] } : readConfiguration(text);
    this.reportOnce(uri, problems);
    return text === undefined || configuration === undefined ? undefined : { text, configuration };
  }

  private reportOnce(uri: string, problems: Problems): void {
    if (problems.length > 0) this.faulty.add(uri);
    else if (!this.faulty.delete(uri)) return;
    this.report(uri, problems);
  }
}

/** The files that may hold for a document, nearest first: file:///a/b/c.md → file:///a/b/.nianbao.json, file:///a/.nianbao.json … */
export function candidates(uri: string, folders: readonly string[]): string[] {
  if (!uri.startsWith("file:///")) return folders.filter((folder) => folder.startsWith("file:")).map((folder) => `${folder}/${configurationFileName}`);
  const found: string[] = [];
  for (let slash = uri.lastIndexOf("/"); slash >= "file://".length; slash = uri.lastIndexOf("/", slash - 1)) {
    found.push(`${uri.slice(0, slash)}/${configurationFileName}`);
  }
  return found;
}
