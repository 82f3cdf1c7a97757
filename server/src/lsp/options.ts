import type { Archive, CheckOptions, Configuration, Language } from "../core/index.js";
import type { Snapshot } from "../service/service.js";
import { placeOf } from "./archive/paths.js";

/** Who has a say in how a draft is checked; the later one wins. */
export interface OptionSources {
  settings(uri: string): Promise<Configuration>;
  file(uri: string): Promise<Configuration>;
  readonly language: Language;
  /** The reports that a draft is compared with. */
  readonly archive: Archive;
  log(message: string): void;
}

/** How each open document is checked. The same object until something changes, so that its identity can be a key. */
export class Options {
  private readonly known = new Map<string, Promise<CheckOptions>>();

  constructor(private readonly sources: OptionSources) {}

  of(snapshot: Snapshot): Promise<CheckOptions> {
    const known = this.known.get(snapshot.uri) ?? this.compose(snapshot);
    this.known.set(snapshot.uri, known);
    return known;
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  changed(): void {
    this.known.clear();
  }

  private async compose(snapshot: Snapshot): Promise<CheckOptions> {
    const { sources } = this;
    const [settings, file] = await Promise.all([sources.settings(snapshot.uri), sources.file(snapshot.uri)]);
    return {
      language: sources.language,
      ...settings,
      ...file,
      rules: { ...settings.rules, ...file.rules },
      fileName: fileName(snapshot.uri),
      assumeReport: snapshot.languageId === "nianbao",
      place: placeOf(snapshot.uri),
      archive: sources.archive,
      log: (message) => sources.log(message),
    };
  }
}

/** The last segment of a URI, as people see it. A URI that is not well formed is taken as it stands. */
export function fileName(uri: string): string {
  const segment = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
