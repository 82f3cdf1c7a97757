// Moving through the tables by key, as the grid pattern of ARIA has it: one cell of each table is in the order of Tab, the arrows go on.

const stop = ".cell[tabindex]";

/** Sees to it that just one cell of each table can be reached by Tab: the one visited last, else the first that is marked, else the first. */
export function settleGrids(root: Element): void {
  for (const table of root.querySelectorAll("table")) {
    const stops = [...table.querySelectorAll<HTMLElement>(stop)];
    const chosen = stops.find(({ tabIndex }) => tabIndex === 0) ?? stops.find((cell) => cell.classList.contains("fault")) ?? stops[0];
    for (const cell of stops) setTabIndex(cell, cell === chosen ? 0 : -1);
  }
}

/** Makes a cell the one that Tab comes back to. */
export function visit(cell: HTMLElement): void {
  for (const other of cell.closest("table")?.querySelectorAll<HTMLElement>(`${stop}[tabindex="0"]`) ?? []) setTabIndex(other, -1);
  setTabIndex(cell, 0);
}

function setTabIndex(cell: HTMLElement, index: 0 | -1): void {
  if (cell.tabIndex !== index) cell.tabIndex = index;
}

const steps: Readonly<Record<string, readonly [down: number, across: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The cell that a key leads to; undefined where it leads nowhere. */
export function cellFor(key: string, cell: HTMLElement): HTMLElement | undefined {
  const table = cell.closest("table");
  if (table === null) return undefined;
  const grid = gridOf(table);
  const row = grid.findIndex((cells) => cells.includes(cell));
  if (key === "Home") return grid[row]?.find(isStop);
  if (key === "End") return grid[row]?.findLast(isStop);
  const step = steps[key];
  return step === undefined ? undefined : walk(grid, row, grid[row]?.indexOf(cell) ?? 0, step);
}

function walk(grid: readonly (readonly HTMLElement[])[], row: number, column: number, [down, across]: readonly [number, number]): HTMLElement | undefined {
  const from = grid[row]?.[column];
  for (let y = row + down, x = column + across; grid[y]?.[x] !== undefined; y += down, x += across) {
    const cell = grid[y]?.[x];
    if (cell !== from && cell !== undefined && isStop(cell)) return cell;
  }
  return undefined;
}

function isStop(cell: HTMLElement): boolean {
  return cell.matches(stop);
}

/** The cells by row and column; one that is merged over several stands at each of them. */
function gridOf(table: HTMLTableElement): readonly (readonly HTMLElement[])[] {
  const grid: HTMLElement[][] = [...table.rows].map(() => []);
  for (const [row, { cells }] of [...table.rows].entries()) {
    for (const cell of cells) {
      const column = firstFree(grid[row] ?? []);
      for (const cells of grid.slice(row, row + cell.rowSpan)) for (let x = column; x < column + cell.colSpan; x++) cells[x] = cell;
    }
  }
  return grid;
}

/** Rows are filled from the left, but for what cells above reach down into. */
function firstFree(cells: readonly (HTMLElement | undefined)[]): number {
  let column = 0;
  while (cells[column] !== undefined) column++;
  return column;
}
