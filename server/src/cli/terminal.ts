/** Where a command reads and writes. The real one is built in main.ts. */
export interface Terminal {
  out(text: string | Uint8Array): void;
  err(text: string): void;
  /** All of the standard input. */
  readInput(): Promise<Uint8Array>;
  readonly isInteractive: boolean;
  readonly columns: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** 0 clean, 1 findings at or above the threshold, 2 wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readInput: readStandardInput,
    isInteractive: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    environment: process.env,
  };
}

async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}
