/** Where the server writes what went wrong; ends up in the client's output panel. */
export type Log = (message: string) => void;

/** An error for the log: name, message, stack. */
export function describe(label: string, error: unknown): string {
  return `${label}: ${withoutText(error instanceof Error ? (error.stack ?? error.message) : String(error))}`;
}

/** Drafts are unpublished and Chinese; whatever is Chinese in an error may come from one and does not go into a log. */
export function withoutText(message: string): string {
  return message.replace(/[^\x20-\x7e\n\t]+/g, "…");
}
