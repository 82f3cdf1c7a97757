// Pictures of a window: the whole of it, or the part that shows its subject.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {object} [part] what is to be seen; without it the whole window
 * @param {import("playwright-core").Locator[]} part.around   what the picture must show whole
 * @param {number} part.top        pixels above it
 * @param {number} part.bottom     pixels below it
 * @param {number} part.width      width of the picture, from the left edge of the editor
 * @param {boolean} [part.right]   from the right edge of the window instead
 */
export async function takePicture({ page, editor }, folder, name, part) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot(part === undefined ? { path } : { path, clip: await clipOf(page, editor, part) });
}

async function clipOf(page, editor, { around, top, bottom, width, right = false }) {
  const boxes = await Promise.all(around.map((locator) => locator.boundingBox()));
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - top);
  const end = Math.max(...boxes.map((box) => box.y + box.height)) + bottom;
  const window = page.viewportSize();
  const left = right ? window.width - width : (await editor.boundingBox()).x;
  return { x: left, y, width: Math.min(width, window.width - left), height: Math.min(end, window.height) - y };
}
