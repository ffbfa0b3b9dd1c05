import { Box, Text } from "ink";
import type { Line } from "../app/text/lines.ts";
import { theme } from "./theme.ts";

/** One row. */
export function LineText({ line }: { readonly line: Line }) {
  if (line.length === 0) return <Text> </Text>;
  return (
    <Text wrap="truncate-end">
      {line.map(({ text, tone }, index) => (
        <Text key={index} {...theme[tone]}>
          {text}
        </Text>
      ))}
    </Text>
  );
}

/** Rows one under the other. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, index) => (
        <LineText key={index} line={line} />
      ))}
    </Box>
  );
}
