import type { Position, PreviewModel, Range } from "./model.js";

/** What the extension says to the page. `none`: there is no such document any more. */
export type ToPage = { readonly kind: "model"; readonly model: PreviewModel } | { readonly kind: "none" } | { readonly kind: "cursor"; readonly position: Position };

/** What the page says to the extension. `reveal`: show and select this in the text. */
export type FromPage = { readonly kind: "ready" } | { readonly kind: "reveal"; readonly range: Range };

/** What the page keeps over a reload of the window. The extension reads the uri from it. */
export interface PageState {
  readonly uri?: string;
  readonly scroll?: number;
  readonly zoom?: number;
}
