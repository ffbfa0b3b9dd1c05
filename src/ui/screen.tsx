import { Box, Text } from "ink";
import Spinner from "ink-spinner";
import { frameHeight } from "../app/views/frame.ts";
import { layOutKeys } from "../app/views/keys-view.ts";
import type { ScreenView } from "../app/views/screen-view.ts";
import type { Display, Size } from "../app/state.ts";
import { lineWidth, shortenLine } from "../app/text/lines.ts";
import { LineText, Lines } from "./lines.tsx";

export interface ScreenProps {
  readonly view: ScreenView;
  readonly size: Size;
  readonly display: Display;
  /** Rows of the lanes where they go through Ink; otherwise their box stays empty, to be painted into. */
  readonly laneRows: readonly string[] | null;
}

/** Columns between the parts of the first row. */
const gap = 2;

/** A whole frame: title, body, keys. */
export function Screen({ view, size, display, laneRows }: ScreenProps) {
  const rule = (display.glyphs === "ascii" ? "-" : "─").repeat(size.columns);
  const { above, lanesHeight, below } = view.body;
  const busyWidth = view.busy === null ? 0 : gap + (display.reducedMotion ? 0 : 2) + view.busy.length;
  const titleWidth = size.columns - 2 - busyWidth - gap - lineWidth(view.position);
  // Ink would shorten it with a sign that not every terminal has.
  const title = shortenLine(view.title, titleWidth, display.glyphs === "ascii" ? "..." : "…");
  // As wide as the terminal is now: in the moment of a resize `size` still is what it was, and a line that is too long
  // would wrap and shift all below it.
  return (
    <Box flexDirection="column" width="100%" height={frameHeight(size)} overflow="hidden">
      <Box height={1} flexShrink={0} paddingX={1}>
        <Box flexGrow={1}>
          <LineText line={title} />
        </Box>
        {view.busy !== null && (
          <Box flexShrink={0} marginLeft={gap}>
            {!display.reducedMotion && (
              <Text>
                <Spinner type={display.glyphs === "ascii" ? "line" : "dots"} />{" "}
              </Text>
            )}
            <Text dimColor>{view.busy}</Text>
          </Box>
        )}
        <Box flexShrink={0} marginLeft={gap}>
          <LineText line={view.position} />
        </Box>
      </Box>
      <Text dimColor>{rule}</Text>
      <Box flexDirection="column" flexGrow={1} paddingX={2} overflow="hidden">
        <Lines lines={above} />
        {lanesHeight !== null && (
          <Box height={lanesHeight} flexShrink={0} flexDirection="column" overflow="hidden">
            {/* They may still be those of a frame before, made for a larger box. */}
            {laneRows?.slice(0, lanesHeight).map((row, index) => (
              <Text key={index} wrap="truncate-end">
                {row}
              </Text>
            ))}
          </Box>
        )}
        <Lines lines={below} />
      </Box>
      <Text dimColor>{rule}</Text>
      <Box height={1} flexShrink={0} paddingX={1}>
        <LineText line={layOutKeys(view.keys, size.columns - 2, display)} />
      </Box>
    </Box>
  );
}
