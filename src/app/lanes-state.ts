import type { LanesState } from "./state.ts";

/** The lanes as a run leaves them: all of it, from the top, nothing pointed at. */
export const wholeRun: LanesState = {
  firstRow: 0,
  cursorMs: null,
  moment: null,
  window: null,
  replaying: false,
};
