/** From the text of a value to the value. */
import { say } from "../../text/say.ts";
import { describeAllowed } from "./options.ts";
import type { OptionEntry } from "./options.ts";
import { quote, UsageError } from "./usage-error.ts";

export type OptionValue = true | string | number;

/** Reads the value of an option that takes one, or says what is allowed. */
export function parseValue(option: OptionEntry, text: string): OptionValue {
  const { value } = option;
  switch (value.kind) {
    case "flag":
      return refuse(option, text);
    case "word":
      return value.words.includes(text) ? text : refuse(option, text);
    case "number": {
      // Plain digits only: `Number` alone also takes "", " 5", "0x10" and "1e3".
      const form = value.whole ? /^\d+$/ : /^\d+(\.\d+)?$/;
      const number = form.test(text) ? Number(text) : NaN;
      return number >= value.min && number <= value.max ? number : refuse(option, text);
    }
    case "file":
    case "folder":
      // "-" stands for standard output elsewhere, and a NUL is in no file's name.
      return text === "" || text === "-" || text.includes("\0") ? refuse(option, text) : text;
  }
}

function refuse(option: OptionEntry, text: string): never {
  throw new UsageError(say.usage.notAllowed(`--${option.name}`, quote(text), describeAllowed(option.value)));
}
